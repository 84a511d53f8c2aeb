import TallyLanguage
import TallyPlan
import TallyPrivacy

func written(_ sources: [Source], _ clock: ClockSettings, _ extras: Extras) -> Plan {
  // error: 'Plan' initializer is inaccessible due to 'internal' protection level
  Plan(
    sources: sources, groups: [], measures: [], items: [], comparison: nil, fill: nil, having: nil, order: [],
    choice: nil, extras: extras, heading: "", conditionText: nil, definitions: [], sourceNotes: [],
    readingNotes: [], inferences: [], clock: clock, videoWord: "video", minVideos: 1)
}

func grouped() -> Group.Key {
  // error: cannot convert value of type 'String' to expected argument type 'ColumnHandle'
  .attribute("username")
}

func named() -> Group.Key {
  // error: type 'Group.Key' has no member 'name'
  .name("username")
}

func changed(_ plan: Plan, _ groups: [Group]) -> Plan {
  var other = plan
  // error: cannot assign to property: 'groups' is a 'let' constant
  other.groups = groups
  return other
}
