import TallyPrivacy

func written() -> ColumnHandle {
  // error: 'ColumnHandle' initializer is inaccessible due to 'fileprivate' protection level
  ColumnHandle(table: "videos", name: "username", meaning: .content, isProtected: true)
}

func minted() -> ColumnHandle {
  // error: 'mint' is inaccessible due to 'internal' protection level
  .mint(table: "audience", name: "username", meaning: .content, isProtected: true)
}

func decoded() -> any Decodable.Type {
  // error: cannot convert return expression of type 'ColumnHandle.Type' to return type 'any Decodable.Type'
  ColumnHandle.self
}

func renamed(_ handle: ColumnHandle) -> ColumnHandle {
  var other = handle
  // error: cannot assign to property: 'name' is a 'let' constant
  other.name = "username"
  return other
}

func unmarked(_ handle: ColumnHandle) -> Bool {
  // error: 'isProtected' is inaccessible due to 'internal' protection level
  handle.isProtected
}
