// Package plan does the arithmetic of a week in a program and of what it may
// cost, with whole minutes and whole cents. It knows no prices and no programs:
// it reckons with what the learner was told, and shows each step.
package plan

import (
	"fmt"
	"strconv"
	"strings"
)

// Cents is an amount of money.
type Cents int64

// MaxMoney is the most that an amount may be: a million dollars.
const MaxMoney Cents = 1_000_000_00

// String is the amount as people write it: $1,234.50.
func (c Cents) String() string {
	whole := strconv.FormatInt(int64(c)/100, 10)
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if c%100 == 0 {
		return "$" + whole
	}
	return fmt.Sprintf("$%s.%02d", whole, int64(c)%100)
}

// ParseMoney reads an amount as people type it: 250, $1,234.50, 1234.5.
func ParseMoney(text string) (Cents, error) {
	s := strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(text), "$"))
	whole, part, dotted := strings.Cut(s, ".")
	whole, ok := ungrouped(whole)
	if !ok || dotted && (len(part) == 0 || len(part) > 2) {
		return 0, unread(text)
	}
	n, err := digits(whole, int(MaxMoney/100))
	if err != nil {
		return 0, unread(text)
	}
	cents := 0
	if dotted {
		if cents, err = digits((part + "0")[:2], 99); err != nil {
			return 0, unread(text)
		}
	}
	if c := Cents(n)*100 + Cents(cents); c <= MaxMoney {
		return c, nil
	}
	return 0, unread(text)
}

// ungrouped takes the commas out of 1,234,567, and refuses 12,34.
func ungrouped(s string) (string, bool) {
	groups := strings.Split(s, ",")
	for i, g := range groups {
		if i > 0 && len(g) != 3 || i == 0 && len(groups) > 1 && (g == "" || len(g) > 3) {
			return "", false
		}
	}
	return strings.Join(groups, ""), true
}

// Share is a part of a whole in hundredths of a percent: 8000 is 80%.
type Share int

// whole is 100%.
const whole Share = 100_00

// String is the share as people write it: 80%, 82.5%.
func (s Share) String() string {
	if s%100 == 0 {
		return strconv.Itoa(int(s)/100) + "%"
	}
	return strings.TrimRight(fmt.Sprintf("%d.%02d", s/100, s%100), "0") + "%"
}

// ParseShare reads a percentage from 0 to 100: 80, 80%, 82.5 %.
func ParseShare(text string) (Share, error) {
	c, err := ParseMoney(strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(text), "%")))
	if err != nil || Share(c) > whole || strings.Contains(text, "$") {
		return 0, unread(text)
	}
	return Share(c), nil
}

// ParseCount reads a whole number from 1 to most.
func ParseCount(text string, most int) (int, error) {
	n, err := digits(strings.TrimSpace(text), most)
	if err != nil || n < 1 {
		return 0, unread(text)
	}
	return n, nil
}

// digits reads a number of digits alone.
func digits(s string, most int) (int, error) {
	if s == "" || len(s) > 9 || strings.Trim(s, "0123456789") != "" {
		return 0, unread(s)
	}
	n, err := strconv.Atoi(s)
	if err != nil || n > most {
		return 0, unread(s)
	}
	return n, nil
}

// Unread says which piece of what was typed could not be read.
type Unread struct{ Piece string }

func (u Unread) Error() string { return fmt.Sprintf("%q was not understood", u.Piece) }

func unread(piece string) error { return Unread{strings.TrimSpace(piece)} }
