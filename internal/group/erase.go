package group

import (
	"context"
	"errors"
)

// Erase ends the room for everybody and removes all that is known of it, what
// was shown as well, now and not when its time is over. Only a facilitator may.
// A room that is gone already is no error.
func (s *Sitting) Erase(ctx context.Context) error {
	_, err := s.Do(ctx, End{}) // who may end it is for the room to say
	switch {
	case errors.Is(err, ErrNoRoom):
		return nil
	case err != nil:
		return err
	}
	return s.hub.Remove(ctx, s.code)
}
