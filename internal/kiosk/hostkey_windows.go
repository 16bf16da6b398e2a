package kiosk

import "io/fs"

// keptClose trusts the folder: a file's mode says nothing here.
func keptClose(string, fs.FileInfo) error { return nil }
