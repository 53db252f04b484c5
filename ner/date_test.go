package ner

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/namyab/namyab/internal/text"
)

func TestParseDate(t *testing.T) {
	for _, c := range []struct {
		in   string
		want Date
	}{
		{"", Date{}},
		{"2021", Date{2021, 0, 0}},
		{"2021-09", Date{2021, 9, 0}},
		{"2021-09-06", Date{2021, 9, 6}},
		{"2021-09-06T10:00:00Z", Date{2021, 9, 6}},
		{"2021-09-06 10:00:00", Date{2021, 9, 6}},
		{"1996-09-27T00:00:00+04:30", Date{1996, 9, 27}},
	} {
		got, err := ParseDate(c.in)
		require.NoError(t, err, c.in)
		assert.Equal(t, c.want, got, c.in)
		if c.in != "" {
			assert.True(t, strings.HasPrefix(c.in, got.String()), "%q prints as %q", c.in, got)
		}
	}
	for _, bad := range []string{"21", "2021-9-6", "2021-13", "2021-00", "2021-09-32", "2021-09-06-07", "06.09.2021",
		"6 September 2021", "yesterday", "20211", "-2021", "2021-", "2021-09-", "0021", "٢٠٢١"} {
		_, err := ParseDate(bad)
		require.Error(t, err, bad)
		assert.ErrorContains(t, err, bad, "the error names what was found")
	}
}

func TestDateString(t *testing.T) {
	assert.Empty(t, Date{}.String())
	assert.Equal(t, "1996", Date{Year: 1996}.String())
	assert.Equal(t, "1996-09", Date{1996, 9, 0}.String())
	assert.Equal(t, "1996-09-07", Date{1996, 9, 7}.String())
}

func TestFindDate(t *testing.T) {
	far := strings.Repeat("The convoy moved on slowly. ", 20)
	for _, c := range []struct{ name, in, want string }{
		{"none", "Rain fell on the bazaar.", ""},
		{"American order", "KABUL, January 15, 2011 (Desk) - Shops opened late.", "2011-01-15"},
		{"abbreviated month", "HERAT, Jan. 15, 2011 - Shops opened late.", "2011-01-15"},
		{"Sept.", "HERAT, Sept. 3, 1997 - Shops opened late.", "1997-09-03"},
		{"British order", "Kabul, 15 January 2011: shops opened late.", "2011-01-15"},
		{"ordinal day", "Kabul, 1st March 2003: shops opened late.", "2003-03-01"},
		{"ISO", "Kabul 2011-01-15 shops opened late.", "2011-01-15"},
		{"month in capitals", "KABUL, 15 JANUARY 2011 - SHOPS OPENED LATE.", "2011-01-15"},
		{"month and year alone", "In January 2011 shops opened late.", ""},
		{"year alone", "In 2011 shops opened late.", ""},
		{"day too great", "January 45, 2011", ""},
		{"the month of May", "May 5, 2012 was a Saturday.", "2012-05-05"},
		{"the verb may", "They may 5 times, 2012 men said.", ""},
		{"deep in the text", far + "On January 15, 2011 the bridge fell.", ""},
		{"announced deep in the text", far + "Posted on January 15, 2011 by the desk.", "2011-01-15"},
		{"published deep in the text", far + "Published: 15 January 2011.", "2011-01-15"},
		{"first of two", "Kabul, March 2, 2001 - They met on April 3, 2000.", "2001-03-02"},
		{"no-break spaces", "KABUL, January\u00a015,\u00a02011 - Shops opened late.", "2011-01-15"},
		{"line ends", "Shops open late\r\nJanuary 15, 2011\r\n", "2011-01-15"},
		{"broken off", "Kabul, January 15,", ""},
		{"broken off at the month", "Kabul, January", ""},
		{"broken off at the day", "15", ""},
		{"broken off ISO", "2011-01-", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			assert.Equal(t, c.want, findDate(text.Tokenize(c.in)).String())
		})
	}
}

func TestLatestYear(t *testing.T) {
	for _, c := range []struct {
		name, in string
		want     int
	}{
		{"none", "Rain fell on the bazaar.", 0},
		{"one", "He fled in 1996.", 1996},
		{"the latest", "From 1994 to 2001, and before that in 1979.", 2001},
		{"no year", "Some 5000 men, 1839 of them armed, walked 2150 km.", 0},
		{"in a range", "the war of 1992-1996", 1996},
		{"in a date", "on 2021-08-15", 2021},
		{"longer numbers", "call 20211 or 02021", 0},
	} {
		assert.Equal(t, c.want, latestYear(text.Tokenize(c.in)), c.name)
	}
}

func TestMonth(t *testing.T) {
	for i, full := range fullMonths {
		assert.Equal(t, i+1, month(full))
		assert.Equal(t, i+1, month(strings.ToUpper(full)))
		assert.Equal(t, i+1, month(full[:3]+"."))
	}
	assert.Equal(t, 9, month("Sept."))
	for _, no := range []string{"", "Ma", "Mayor", "Marc.h", "Junes", "Sep9", "Octopus", "Decembers", "۳"} {
		assert.Zero(t, month(no), no)
	}
}

func TestHeldAt(t *testing.T) {
	for _, c := range []struct {
		name          string
		from, to, now int
		want          bool
	}{
		{"always", 0, 0, 20210906, true},
		{"inside", 20010000, 20140000, 20090000, true},
		{"last year counts to its end", 20010000, 20140000, 20141231, true},
		{"after", 20010000, 20140000, 20150101, false},
		{"before", 20010000, 20140000, 20001231, false},
		{"first year, date is a year", 20010700, 0, 20010000, true},
		{"first month, date before it", 20010700, 0, 20010630, false},
		{"last day", 20010000, 20140929, 20140929, true},
		{"day after", 20010000, 20140929, 20140930, false},
		{"month to its end", 20010000, 20140900, 20140930, true},
		{"open", 20210815, 0, 20300000, true},
	} {
		assert.Equal(t, c.want, heldAt(c.from, c.to, c.now), c.name)
	}
}
