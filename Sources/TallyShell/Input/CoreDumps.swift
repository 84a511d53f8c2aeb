import CLineEditor

/// Keeps the memory of this program, in which files pass by as they are read, out of core dumps; called before anything
/// is read.
package func leaveNoCoreDumps() { tally_leave_no_core_dumps() }
