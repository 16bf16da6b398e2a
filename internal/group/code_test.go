package group_test

import (
	"strings"
	"testing"
	"unicode"

	"porchlight/internal/group"
)

func TestCodesAreForgiving(t *testing.T) {
	code, key := group.NewCode(), group.NewKey()
	s := string(code)
	for _, typed := range []string{
		s, code.String(), strings.ToLower(s), " " + strings.ToLower(s[:3]) + "  " + s[3:] + "\t", strings.Join(strings.Split(s, ""), " "),
		strings.NewReplacer("C", "Ç", "N", "ñ", "R", "Ŕ").Replace(s), strings.Join(strings.Split(s, ""), "-"),
	} {
		if got, err := group.ParseCode(typed); got != code || err != nil {
			t.Errorf("%q is read as %q, %v; want %q", typed, got, err, code)
		}
	}
	if got, err := group.ParseKey(strings.ToLower(key.String())); got != key || err != nil {
		t.Errorf("%q is read as %q, %v", key.String(), got, err)
	}
}

func TestSlipsAreNoCodes(t *testing.T) {
	code := string(group.NewCode())
	if len(code) < 6 {
		t.Errorf("%q is shorter than six letters", code)
	}
	for i := range code {
		for _, r := range "CDFHJKMNPRTVWXY34679AEIOU0125B8é\x1b" {
			slip := code[:i] + string(r) + code[i+1:]
			if slip == code {
				continue
			}
			if got, err := group.ParseCode(slip); err == nil && string(got) != code {
				t.Errorf("%q, one letter from %q, is taken for a code", slip, code)
			}
		}
	}
	for _, bad := range []string{"", code[1:], code + "C", code + code, strings.Repeat(code+" ", 100_000), string(group.NewKey())} {
		if _, err := group.ParseCode(bad); err == nil {
			t.Errorf("%.40q is taken for a code", bad)
		}
	}
}

func TestCodesDiffer(t *testing.T) {
	seen := map[group.Code]bool{}
	for range 2_000 {
		seen[group.NewCode()] = true
	}
	if len(seen) < 1_995 { // of 64 million
		t.Errorf("2000 codes, only %d of them different", len(seen))
	}
}

func FuzzParseCode(f *testing.F) {
	f.Add("KM4-7TXR")
	f.Add("k m 4 é 7\x1b")
	f.Fuzz(func(t *testing.T, s string) {
		code, err := group.ParseCode(s)
		if err != nil {
			return
		}
		for _, r := range code {
			if !unicode.IsUpper(r) && !unicode.IsDigit(r) {
				t.Errorf("%q is read as %q", s, code)
			}
		}
		if again, err := group.ParseCode(code.String()); again != code || err != nil {
			t.Errorf("%q is read as %q and that as %q, %v", s, code, again, err)
		}
	})
}
