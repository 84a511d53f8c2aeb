import TallyPrivacy

extension ColumnHandle {
  init(anything name: String) {
    // error: 'let' property 'table' may not be initialized directly; use "self.init(...)" or "self = ..." instead
    self.table = "videos"
    // error: 'let' property 'name' may not be initialized directly; use "self.init(...)" or "self = ..." instead
    self.name = name
    // error: 'let' property 'meaning' may not be initialized directly; use "self.init(...)" or "self = ..." instead
    self.meaning = .content
  }
}
