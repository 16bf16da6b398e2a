// Package process reads what a running process uses, where the system tells:
// on Linux.
package process

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// ErrUntold says that this system does not tell what a process uses.
var ErrUntold = errors.New("this system does not tell what a process uses: measure on Linux")

// Resident returns the memory of a process that is in use, in megabytes of a
// million bytes.
func Resident(pid int) (float64, error) {
	data, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return 0, ErrUntold
	}
	lines := bufio.NewScanner(bytes.NewReader(data))
	for lines.Scan() {
		rest, ok := strings.CutPrefix(lines.Text(), "VmRSS:")
		if !ok {
			continue
		}
		kib, err := strconv.ParseFloat(strings.TrimSuffix(strings.TrimSpace(rest), " kB"), 64)
		if err != nil {
			return 0, fmt.Errorf("reading VmRSS of %d: %w", pid, err)
		}
		return kib * 1024 / 1e6, nil
	}
	return 0, ErrUntold
}

// Busy returns how long the threads of a process have run on a processor.
func Busy(pid int) (time.Duration, error) {
	threads, err := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/schedstat", pid))
	if err != nil || len(threads) == 0 {
		return 0, ErrUntold
	}
	var total time.Duration
	for _, thread := range threads {
		data, err := os.ReadFile(thread)
		if err != nil {
			continue // the thread has ended since
		}
		ran, _, _ := strings.Cut(string(data), " ")
		ns, err := strconv.ParseInt(ran, 10, 64)
		if err != nil {
			return 0, fmt.Errorf("reading %s: %w", thread, err)
		}
		total += time.Duration(ns)
	}
	return total, nil
}
