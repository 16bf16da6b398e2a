package load

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"
	"time"
)

// ErrUntold says that this system does not tell what a process uses.
var ErrUntold = errors.New("this system does not tell what a process uses: measure on Linux")

// Use is what a process uses at one moment.
type Use struct {
	Resident  int64         // bytes of memory
	Processor time.Duration // since its start
	Files     int           // open ones; 0 where the system does not tell
	Threads   int
}

// tick is the unit of processor time in /proc.
const tick = time.Second / 100

// Used reads what a process uses.
func Used(pid int) (Use, error) {
	stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		return Use{}, ErrUntold
	}
	// The name, in parentheses, may hold anything; the fields follow it.
	fields := strings.Fields(string(stat[bytes.LastIndexByte(stat, ')')+1:]))
	if len(fields) < 22 {
		return Use{}, ErrUntold
	}
	number := func(i int) int64 {
		n, parseErr := strconv.ParseInt(fields[i], 10, 64)
		err = errors.Join(err, parseErr)
		return n
	}
	u := Use{
		Processor: time.Duration(number(11)+number(12)) * tick, Threads: int(number(17)),
		Resident: number(21) * int64(os.Getpagesize()),
	}
	if files, readErr := os.ReadDir(fmt.Sprintf("/proc/%d/fd", pid)); readErr == nil {
		u.Files = len(files)
	}
	return u, err
}
