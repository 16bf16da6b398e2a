package group_test

import (
	"testing"

	"porchlight/internal/group"
	"porchlight/internal/group/grouptest"
)

func TestLocal(t *testing.T) {
	grouptest.Run(t, func(t *testing.T) grouptest.Pair {
		h := group.NewLocal()
		t.Cleanup(h.Close)
		return grouptest.Pair{One: h, Two: h}
	})
}
