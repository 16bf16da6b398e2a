package cli

// forgetful does nothing: a process cannot be started anew in its own place
// here. Set GODEBUG=clobberfree=1 for the service.
func forgetful([]string) error { return nil }

// openFiles is far more than a server needs: there is no such limit here.
func openFiles() (uint64, error) { return 1 << 16, nil }

func guardProcess() error { return nil }
