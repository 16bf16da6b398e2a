package record_test

import (
	"testing"

	"porchlight/internal/record"
	"porchlight/internal/record/recordtest"
)

func TestGuest(t *testing.T) {
	recordtest.Run(t, func(*testing.T) record.Store { return record.NewGuest() })
}
