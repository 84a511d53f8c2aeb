import TallyPlan
import TallyPrivacy
import TallyRender

func written(_ table: ResultTable) -> Released<ResultTable> {
  // error: 'Released<Result>' initializer is inaccessible due to 'fileprivate' protection level
  Released(table)
}

func kept(_ released: Released<ResultTable>, _ table: ResultTable) -> Released<ResultTable> {
  var other = released
  // error: cannot assign to property: 'result' is a 'let' constant
  other.result = table
  return other
}

func drawn(_ table: ResultTable) -> String {
  var writer = AnswerWriter(.csv, style: Style(), hasSeveral: false)
  // error: cannot convert value of type 'ResultTable' to expected argument type 'Released<ResultTable>'
  return writer.add(query: "saves", table, decimals: nil)
}
