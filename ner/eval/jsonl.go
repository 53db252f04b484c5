package eval

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// maxLine bounds one line of JSON: a document with all its mentions.
const maxLine = 256 << 20

// jsonDoc is a line of gold or of predictions: the two formats share their keys.
type jsonDoc struct {
	ID       json.RawMessage `json:"id"`
	Text     string          `json:"text"`
	Date     string          `json:"date"`
	Genre    string          `json:"genre"`
	Unit     string          `json:"offset_unit"`
	Entities []jsonEntity    `json:"entities"`
	Error    *struct {
		Code    string `json:"code"`
		Message string `json:"message"`
	} `json:"error"`
}

type jsonEntity struct {
	Start    *int   `json:"start"`
	End      *int   `json:"end"`
	Text     string `json:"text"`
	Label    string `json:"label"`
	Norm     string `json:"norm"`
	Optional bool   `json:"optional"`
	Cluster  int    `json:"cluster"`
	Link     *struct {
		ID   string `json:"id"`
		Name string `json:"name"`
		Kind string `json:"kind"`
	} `json:"link"`
}

// ReadGold reads annotated documents: JSON Lines when the first character that is not
// white space is "{", else text with bracketed mentions (see [ReadBracketed]). The
// offsets of the result are code points. Errors name the line, and the column where
// there is one.
func ReadGold(r io.Reader) ([]Doc, error) {
	b := bufio.NewReader(r)
	for {
		c, err := b.ReadByte()
		if errors.Is(err, io.EOF) {
			return nil, errors.New("no document found: expected JSON Lines or lines beginning with \"## \"")
		}
		if err != nil {
			return nil, err
		}
		if c == '\n' || c == ' ' || c == '\t' || c == '\r' {
			continue
		}
		if err := b.UnreadByte(); err != nil {
			return nil, err
		}
		if c == '{' {
			return readJSONL(b, true)
		}
		return ReadBracketed(b, "")
	}
}

// ReadPred reads predictions: JSON Lines as the command writes them, one record a line,
// or the gold format. Offsets stay in the unit of each record; see [Align]. A record
// that holds an error has no entities and its message in Error.
func ReadPred(r io.Reader) ([]Doc, error) { return readJSONL(r, false) }

func readJSONL(r io.Reader, gold bool) ([]Doc, error) {
	var docs []Doc
	sc := bufio.NewScanner(r)
	sc.Buffer(make([]byte, 0, 1<<16), maxLine)
	for line := 1; sc.Scan(); line++ {
		b := bytes.TrimSpace(sc.Bytes())
		if len(b) == 0 {
			continue
		}
		d, err := decodeDoc(b, gold)
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", line, err)
		}
		d.Line = line
		docs = append(docs, d)
	}
	return docs, sc.Err()
}

// decodeDoc reads one line of JSON.
func decodeDoc(b []byte, gold bool) (Doc, error) {
	var j jsonDoc
	if err := json.Unmarshal(b, &j); err != nil {
		return Doc{}, fmt.Errorf("expected one JSON object: %w", err)
	}
	d := Doc{ID: rawID(j.ID), Text: j.Text, Date: j.Date, Genre: j.Genre}
	var err error
	if d.Unit, err = ParseUnit(j.Unit); err != nil {
		return Doc{}, err
	}
	if j.Error != nil {
		d.Error = j.Error.Message
		return d, nil
	}
	for i, e := range j.Entities {
		if e.Start == nil || e.End == nil || e.Label == "" {
			return Doc{}, fmt.Errorf("entity %d: expected start, end and label", i+1)
		}
		x := Entity{Start: *e.Start, End: *e.End, Text: e.Text, Label: e.Label, Norm: e.Norm,
			Optional: e.Optional, Cluster: e.Cluster}
		if e.Link != nil {
			x.LinkID, x.LinkName, x.LinkKind = e.Link.ID, e.Link.Name, e.Link.Kind
		}
		d.Entities = append(d.Entities, x)
	}
	if gold && d.Unit != CodePoint {
		return Doc{}, fmt.Errorf("offset_unit is %q: gold offsets are code points", j.Unit)
	}
	if gold || d.Text != "" {
		if err := d.checkEntities(); err != nil {
			return Doc{}, err
		}
	}
	sortEntities(d.Entities)
	return d, nil
}

// rawID returns an id as text whether the file has it as a string or as a number.
func rawID(raw json.RawMessage) string {
	var s string
	if json.Unmarshal(raw, &s) == nil {
		return s
	}
	return string(raw)
}
