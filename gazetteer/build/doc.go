// Package build compiles plain tables into the blob that package gazetteer opens, and is
// their validator: the project's own tables (Compile) and users' files (CompileUser).
// Only commands, generators and tests import it.
//
// Reading, checking and writing are three steps that meet in the type row: a reader makes
// rows, checks look at rows, the writer lays them out. Problems carry file, line and column
// and a stable code; the same input gives the same bytes.
package build
