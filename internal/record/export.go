package record

import (
	"fmt"
	"time"
)

// ExportVersion is the version of the export this program writes. It reads
// this one and every earlier one.
const ExportVersion = 2

// MaxExport is how many bytes of an export are read.
const MaxExport = 64 << 20

// An Export is a whole record as one readable JSON document.
type Export struct {
	Porchlight int               `json:"porchlight_record"` // ExportVersion
	Exported   time.Time         `json:"exported"`
	Places     []Place           `json:"places"`
	Attempts   []Attempt         `json:"attempts"`
	Answers    []Answer          `json:"answers"`
	Checks     []Check           `json:"checks"`
	Entries    []Entry           `json:"entries"` // since version 2
	Events     []Event           `json:"events"`  // since version 2
	Settings   map[string]string `json:"settings"`
}

// Kept is e as a Store imports it: every fact as a Store keeps it. It returns
// ErrNewer for an export of a later version; any other error says which fact
// cannot be kept.
func (e Export) Kept() (Export, error) {
	if e.Porchlight > ExportVersion {
		return Export{}, newer(e.Porchlight)
	}
	out := Export{Porchlight: ExportVersion, Exported: Moment(e.Exported)}
	var errs [7]error
	out.Places, errs[0] = each("places", e.Places, Place.Kept)
	out.Attempts, errs[1] = each("attempts", e.Attempts, Attempt.Kept)
	out.Answers, errs[2] = each("answers", e.Answers, Answer.Kept)
	out.Checks, errs[3] = each("checks", e.Checks, Check.Kept)
	out.Entries, errs[4] = each("entries", e.Entries, Entry.Kept)
	out.Events, errs[5] = each("events", e.Events, Event.Kept)
	out.Settings, errs[6] = eachSetting(e.Settings)
	return out, first(errs[:]...)
}

// each keeps every fact of a list, or says which one cannot be kept.
func each[T any](what string, facts []T, kept func(T) (T, error)) ([]T, error) {
	out := make([]T, len(facts))
	for i, f := range facts {
		f, err := kept(f)
		if err != nil {
			return nil, fmt.Errorf("%s: number %d: %w", what, i+1, err)
		}
		out[i] = f
	}
	return out, nil
}

func eachSetting(settings map[string]string) (map[string]string, error) {
	out := make(map[string]string, len(settings))
	for name, value := range settings {
		value, err := KeptSetting(name, value)
		if err != nil {
			return nil, err
		}
		out[name] = value
	}
	return out, nil
}

func newer(version int) error {
	return fmt.Errorf("the export is of version %d, and this program reads up to %d: %w", version, ExportVersion, ErrNewer)
}
