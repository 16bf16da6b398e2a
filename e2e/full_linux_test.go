package e2e_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"porchlight/internal/tooltest"
)

// fill is a script: it fills a small disk, of its own namespace, to the last
// page but one, and runs every command that writes a file onto it: over a file
// of before, and to a new name. Each tells how it ended.
const fill = `
mount -t tmpfs -o size=1m tmpfs "$DISK" || exit 1
cd "$DISK"
for name in record.json list.json list.csv page.html page.md page.pdf; do echo 'from before' > "$name"; done
cat /dev/zero > ballast 2>/dev/null
truncate -s -4096 ballast
tell() { echo "$1: ended with $2"; }
for which in old new; do
	at=; if [ $which = new ]; then at=new-; fi
	"$PORCHLIGHT" record export "${at}record.json"; tell export $?
	"$PORCHLIGHT" checklist export "${at}list.json"; tell json $?
	"$PORCHLIGHT" checklist export "${at}list.csv"; tell csv $?
	for format in html md pdf; do
		"$PORCHLIGHT" handout checklist --force -o "${at}page.$format"; tell $format $?
	done
done
"$PORCHLIGHT" record backup copy.db; tell backup $?
echo 'what is there:'
for name in * .[!.]*; do [ -e "$name" ] && [ "$name" != ballast ] && echo "$name=$(head -c 40 "$name")"; done
exit 0
`

// TestFullDiskWhileExporting: the disk is full in the middle of an export. What
// was there stays whole, no half file stands under the new name, nothing else
// is left behind, and the reason is a sentence. Where the system lets nobody
// have a disk of their own the test is skipped.
func TestFullDiskWhileExporting(t *testing.T) {
	need(t, "unshare")
	tooltest.Allow(t, tooltest.OwnDisk, exec.CommandContext(t.Context(), "unshare", "-rm", "true").Run())
	h := newHome(t)
	notes := make([]string, 0, 60)
	for n := range 60 {
		notes = append(notes, fmt.Sprintf(`{"question":"a%d","asked":true,"note":%q,"at":"2026-09-14T18:25:00Z"}`, n, strings.Repeat("they said so ", 600)))
	}
	notes = append(notes, fmt.Sprintf(`{"question":"b1","asked":true,"note":%q,"at":"2026-09-14T18:25:00Z"}`, strings.Repeat("and more ", 6000)))
	h.run(t, fmt.Sprintf(`{"porchlight_record":2,"checks":[%s]}`, strings.Join(notes, ",")), "record", "import", "-")
	disk := filepath.Join(h.dir, "disk")
	if err := os.Mkdir(disk, 0o700); err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), "unshare", "-rm", "sh", "-c", fill)
	cmd.Env = h.env("DISK="+disk, "PORCHLIGHT="+porchlight)
	out, err := cmd.CombinedOutput()
	said := string(out)
	if err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
	if n := strings.Count(said, ": ended with "); n != 13 {
		t.Fatalf("%d commands ran:\n%s", n, said)
	}
	if n := strings.Count(said, ": ended with 1\n"); n != 13 {
		t.Errorf("%d of 13 commands failed as they should:\n%s", n, said)
	}
	if n := strings.Count(said, "no room left on the disk"); n != 13 {
		t.Errorf("the reason was said %d times of 13:\n%s", n, said)
	}
	if strings.Contains(said, "goroutine") {
		t.Errorf("a stack trace:\n%s", said)
	}
	_, left, _ := strings.Cut(said, "what is there:\n")
	want := ""
	for _, name := range []string{"list.csv", "list.json", "page.html", "page.md", "page.pdf", "record.json"} {
		want += name + "=from before\n"
	}
	if left != want {
		t.Errorf("the disk holds\n%s\nwant\n%s", left, want)
	}
	h.whole(t)
}
