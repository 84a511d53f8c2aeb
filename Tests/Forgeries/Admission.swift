import TallyPrivacy

func admitted() -> Admission {
  // error: cannot convert value of type 'String' to expected argument type 'ColumnHandle'
  .admitted("username")
}

func vouched(_ candidate: ColumnCandidate) -> ColumnCandidate {
  var other = candidate
  // error: cannot assign to property: 'standing' is a 'let' constant
  other.standing = .known
  return other
}

func unscanned(_ candidate: ColumnCandidate) -> ColumnCandidate {
  var other = candidate
  // error: cannot assign to property: 'shapes' is a 'let' constant
  other.shapes = PersonShapes()
  return other
}
