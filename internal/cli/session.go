package cli

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"porchlight/internal/course"
	"porchlight/internal/locale"
	"porchlight/internal/packfile"
	"porchlight/internal/record"
	"porchlight/internal/store/sqlite"
	"porchlight/internal/study"
	"porchlight/lessons"
	"porchlight/quiz"
)

// A session is one learner with everything open.
type session struct {
	desk     *study.Desk
	store    record.Store
	words    *locale.Words
	settings study.Settings
	// trouble is why the record did not open; the store is then a guest's.
	trouble error
}

func (s *session) close() { _ = s.store.Close() }

// begin opens the course and the record. A record that does not open is no
// error here: the learner is told, and may go on without it.
func (a *app) begin(ctx context.Context) (*session, error) { return a.beginWith(ctx, a.store) }

// look is begin for a command that only prints: it makes no record where there
// is none.
func (a *app) look(ctx context.Context) (*session, error) {
	return a.beginWith(ctx, func(ctx context.Context) (record.Store, error) {
		path, err := a.recordPath()
		if err != nil {
			return record.NewGuest(), nil
		}
		if _, err := os.Stat(path); err != nil || sqlite.Locked(path) {
			return record.NewGuest(), nil // what only prints asks for no passphrase
		}
		return a.store(ctx)
	})
}

// show is look for a command that prints what the record holds: where it is
// locked, the learner is asked, and nothing is shown instead of it.
func (a *app) show(ctx context.Context) (*session, error) {
	s, err := a.beginWith(ctx, func(ctx context.Context) (record.Store, error) {
		path, err := a.recordPath()
		if err != nil {
			return record.NewGuest(), nil
		}
		if _, err := os.Stat(path); err != nil {
			return record.NewGuest(), nil
		}
		return a.recordStore(ctx)
	})
	if err != nil {
		return nil, err
	}
	if errors.Is(s.trouble, record.ErrLocked) || errors.Is(s.trouble, record.ErrPassphrase) {
		s.close()
		return nil, s.trouble
	}
	return s, nil
}

func (a *app) beginWith(ctx context.Context, open func(context.Context) (record.Store, error)) (*session, error) {
	c, err := a.course()
	if err != nil {
		return nil, err
	}
	s := &session{}
	if s.store, s.trouble = open(ctx); s.trouble == nil {
		var kept map[string]string
		if kept, s.trouble = s.store.Settings(ctx); s.trouble == nil {
			s.settings = study.ReadSettings(kept)
		} else {
			s.close()
		}
	}
	if errors.Is(s.trouble, context.Canceled) {
		return nil, s.trouble // broken off where a passphrase was asked for
	}
	if s.trouble != nil {
		s.store = record.NewGuest()
	}
	if a.flags.theme != "" {
		s.settings.Theme = a.flags.theme
	}
	s.settings.Lang = a.lang(s.settings.Lang)
	if s.words, err = locale.Open(s.settings.Lang); err != nil {
		s.close()
		return nil, err
	}
	s.desk = study.NewDesk(study.Options{
		Course: c, Store: s.store, Lang: lessons.Lang(s.settings.Lang),
		Guest: a.flags.private || s.trouble != nil, Now: a.now, NewID: rand.Text,
	})
	return s, nil
}

// wordsIn is the interface's words in a language. Those that the session began
// with are there already: reading them takes some milliseconds and a megabyte.
func (s *session) wordsIn(lang string) (*locale.Words, error) {
	if lang == s.words.Lang() {
		return s.words, nil
	}
	return locale.Open(lang)
}

// course opens the pack that the flags name, or the one inside the program,
// with the site's own card.
func (a *app) course() (*course.Course, error) {
	c, err := a.courseItself()
	if err != nil {
		return nil, err
	}
	return a.withLocal(c), nil
}

// courseItself is course without the site's own card.
func (a *app) courseItself() (*course.Course, error) {
	if a.flags.pack == "" {
		return embedded()
	}
	c, err := course.OpenDir(a.flags.pack)
	var problems packfile.Problems
	if errors.As(err, &problems) {
		return nil, fmt.Errorf("the pack in %s cannot be used:\n%w\nTo see what to do, run: porchlight check %s",
			a.flags.pack, problems, a.flags.pack)
	}
	return c, err
}

func embedded() (*course.Course, error) { return course.Open(lessonFiles(), quizFiles()) }

// The course inside the program.
func lessonFiles() fs.FS { return lessons.Files }
func quizFiles() fs.FS   { return quiz.Files }

func lang(w *locale.Words) lessons.Lang { return lessons.Lang(w.Lang()) }

// store opens the record that the flags name.
func (a *app) store(ctx context.Context) (record.Store, error) {
	if a.flags.private {
		return record.NewGuest(), nil
	}
	path, err := a.recordPath()
	if err != nil {
		return nil, err
	}
	if sqlite.Locked(path) {
		return a.lockedStore(ctx, path)
	}
	return sqlite.Open(ctx, path, sqlite.Options{})
}

// lockedStore opens a locked record, or a guest's where the learner would
// rather go on without it.
func (a *app) lockedStore(ctx context.Context, path string) (record.Store, error) {
	var store *sqlite.Store
	_, err := a.openLocked(ctx, path, func(passphrase string) (err error) {
		store, err = sqlite.Open(ctx, path, sqlite.Options{Passphrase: passphrase})
		return err
	})
	if errors.Is(err, errWithout) {
		a.flags.private = true
		return record.NewGuest(), nil
	}
	if err != nil {
		return nil, err
	}
	return store, nil
}

// recordPath is where the record is: the flag, or the user's data folder.
func (a *app) recordPath() (string, error) {
	if a.flags.record != "" {
		return a.flags.record, nil
	}
	dir, err := a.dataDir()
	if err != nil {
		return "", fmt.Errorf("%w: %w", record.ErrUnreachable, err)
	}
	return filepath.Join(dir, "porchlight", "record.db"), nil
}

// dataDir is where programs keep a user's data on this system.
func (a *app) dataDir() (string, error) {
	if dir := a.env("XDG_DATA_HOME"); filepath.IsAbs(dir) {
		return dir, nil
	}
	return systemDataDir(a.env)
}

var errNoHome = errors.New("no home folder is set: name a file with --record, or use --private")

func home(env func(string) string) (string, error) {
	if h, err := os.UserHomeDir(); err == nil && h != "" {
		return h, nil
	}
	return "", errNoHome
}
