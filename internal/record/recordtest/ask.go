package recordtest

import (
	"errors"
	"reflect"
	"testing"

	"porchlight/internal/record"
)

// These ask the Store and fail the test at once for an error.

func placesOf(t *testing.T, s record.Store) map[string]record.Place {
	t.Helper()
	all, err := s.Places(t.Context())
	must(t, err)
	return all
}

func latest(t *testing.T, s record.Store, lesson string) (record.Attempt, []record.Answer) {
	t.Helper()
	a, answers, err := s.LatestAttempt(t.Context(), lesson, record.NoPart)
	must(t, err)
	return a, answers
}

func scores(t *testing.T, s record.Store) map[string]record.Score {
	t.Helper()
	all, err := s.Scores(t.Context())
	must(t, err)
	return all
}

func checksOf(t *testing.T, s record.Store, provider string) map[string]record.Check {
	t.Helper()
	all, err := s.Checks(t.Context(), provider)
	must(t, err)
	return all
}

func settings(t *testing.T, s record.Store) map[string]string {
	t.Helper()
	all, err := s.Settings(t.Context())
	must(t, err)
	return all
}

func export(t *testing.T, s record.Store) record.Export {
	t.Helper()
	e, err := s.Export(t.Context())
	must(t, err)
	return e
}

// same compares facts as a Store returns them: exactly, times and all.
func same(t *testing.T, what string, got, want any) {
	t.Helper()
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%s:\n got %+v\nwant %+v", what, got, want)
	}
}

func wantErr(t *testing.T, what string, err, want error) {
	t.Helper()
	if !errors.Is(err, want) {
		t.Errorf("%s: error %v, want %v", what, err, want)
	}
}

// refused expects an error and a record that is as it was.
func refused(t *testing.T, s record.Store, what string, call func() error) {
	t.Helper()
	before := export(t, s)
	if err := call(); err == nil {
		t.Errorf("%s: kept, want an error", what)
	}
	same(t, what+": record afterwards", export(t, s), before)
}
