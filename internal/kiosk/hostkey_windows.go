package kiosk

import "io/fs"

// keptClose trusts the folder: a file's mode says nothing here.
func keptClose(string, fs.FileInfo) error { return nil }

// writtenByOwner does nothing: who may write a file is not in its mode here.
func writtenByOwner(string, fs.FileInfo) error { return nil }
