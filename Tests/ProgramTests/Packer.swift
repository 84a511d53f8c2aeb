import CArchive
import Foundation

/// Packs files as platforms and people do, by libarchive.
enum Packer {
  struct Failed: Error {}

  /// A ZIP archive; names may be anything.
  static func zip(_ members: [(name: String, bytes: Data)]) throws -> Data {
    try pack(members, most: members.reduce(1 << 16) { $0 + $1.bytes.count + 4 * $1.name.utf8.count + 512 }) {
      archive_write_set_format_zip($0)
    }
  }

  /// A gzip file that says what the packed one was called (RFC 1952, 2.3.1).
  static func gzip(_ bytes: Data, name: String) throws -> Data {
    var packed = try pack([("data", bytes)], most: bytes.count + 1 << 16) { archive in
      archive_write_add_filter_gzip(archive) == ARCHIVE_OK
        ? archive_write_set_format_raw(archive) : ARCHIVE_FATAL
    }
    let hasName: UInt8 = 1 << 3
    guard packed.count > 10, packed[3] == 0, !name.utf8.contains(0) else { throw Failed() }
    packed[3] = hasName
    packed.insert(contentsOf: Array(name.utf8) + [0], at: 10)
    return packed
  }

  /// An XLSX workbook of texts (ECMA-376, part 1).
  static func workbook(_ sheets: [(name: String, rows: [[String]])]) throws -> Data {
    let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let package = "http://schemas.openxmlformats.org/package/2006"
    let main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
    func relations(_ kind: String, _ targets: [String]) -> String {
      let all = targets.enumerated().map { index, target in
        "<Relationship Id=\"r\(index)\" Type=\"\(types)/\(kind)\" Target=\"\(target)\"/>"
      }
      return "<Relationships xmlns=\"\(package)/relationships\">\(all.joined())</Relationships>"
    }
    let places = sheets.indices.map { "worksheets/sheet\($0 + 1).xml" }
    let entries = sheets.enumerated().map { index, sheet in
      "<sheet name=\"\(escaped(sheet.name))\" sheetId=\"\(index + 1)\" r:id=\"r\(index)\"/>"
    }
    var parts = [
      ("[Content_Types].xml", "<Types xmlns=\"\(package)/content-types\"/>"),
      ("_rels/.rels", relations("officeDocument", ["xl/workbook.xml"])),
      (
        "xl/workbook.xml",
        "<workbook \(main) xmlns:r=\"\(types)\"><sheets>\(entries.joined())</sheets></workbook>"
      ),
      ("xl/_rels/workbook.xml.rels", relations("worksheet", places)),
    ]
    for (place, sheet) in Swift.zip(places, sheets) {
      let rows = sheet.rows.map { row in
        "<row>" + row.map { "<c t=\"str\"><v>\(escaped($0))</v></c>" }.joined() + "</row>"
      }
      parts.append(
        ("xl/\(place)", "<worksheet \(main)><sheetData>\(rows.joined())</sheetData></worksheet>"))
    }
    return try zip(parts.map { ($0.0, Data($0.1.utf8)) })
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
  }

  private static func pack(
    _ members: [(name: String, bytes: Data)], most: Int, _ form: (OpaquePointer) -> Int32
  ) throws -> Data {
    guard let archive = archive_write_new() else { throw Failed() }
    defer { archive_write_free(archive) }
    var packed = Data(count: most)
    var used = 0
    try packed.withUnsafeMutableBytes { room in
      // Nothing behind the last byte: libarchive fills its last block up otherwise.
      guard form(archive) == ARCHIVE_OK, archive_write_set_bytes_in_last_block(archive, 1) == ARCHIVE_OK,
        archive_write_open_memory(archive, room.baseAddress, room.count, &used) == ARCHIVE_OK
      else { throw Failed() }
      for member in members { try write(member.name, member.bytes, to: archive) }
      guard archive_write_close(archive) == ARCHIVE_OK else { throw Failed() }
    }
    return packed.prefix(used)
  }

  private static func write(_ name: String, _ bytes: Data, to archive: OpaquePointer) throws {
    guard let entry = archive_entry_new() else { throw Failed() }
    defer { archive_entry_free(entry) }
    archive_entry_copy_pathname(entry, name)
    archive_entry_set_filetype(entry, 0o100000)
    archive_entry_set_perm(entry, 0o644)
    archive_entry_set_mtime(entry, 1_767_225_600, 0)
    archive_entry_set_size(entry, Int64(bytes.count))
    guard archive_write_header(archive, entry) == ARCHIVE_OK else { throw Failed() }
    let written = bytes.withUnsafeBytes { archive_write_data(archive, $0.baseAddress, $0.count) }
    guard written == bytes.count else { throw Failed() }
  }
}
