package main

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/namyab/namyab/cmd/namyab/internal/record"
	"github.com/namyab/namyab/gazetteer"
	"github.com/namyab/namyab/gazetteer/romanize"
	"github.com/namyab/namyab/ner/crf"
)

// toolVersion is the version of the command and the library.
const toolVersion = "0.1.0"

// version prints what made a record: tool, data and model, with hashes on request. The
// revision is known when the command was built in a checkout.
func (c *call) version() error {
	m, err := crf.Default()
	if err != nil {
		return dataError(err)
	}
	model := modelVersion(m)
	if !c.Given("json") {
		_, err := fmt.Fprintf(c.stdout, "namyab %s (data %s, model %s, %s, %s/%s)\n", toolVersion, gazetteer.DataVersion, model, runtime.Version(), runtime.GOOS, runtime.GOARCH)
		return err
	}
	out := []byte(`{"tool":"namyab","version":`)
	out = record.AppendString(out, toolVersion)
	out = append(out, `,"revision":`...)
	out = record.AppendString(out, revision())
	out = append(out, `,"schema":"`+record.Schema+`","data":{"version":`...)
	out = record.AppendString(out, gazetteer.DataVersion)
	out = append(out, `,"sha256":`...)
	out = record.AppendString(out, gazetteer.DataHash())
	out = append(out, `,"keys":`...)
	out = record.AppendInt(out, romanize.Version)
	out = append(out, `},"model":{"checksum":`...)
	out = record.AppendString(out, model)
	out = append(out, `,"sha256":`...)
	out = record.AppendString(out, crf.ModelHash())
	out = append(out, `},"go":`...)
	out = record.AppendString(out, runtime.Version())
	out = append(out, `,"platform":`...)
	out = record.AppendString(out, runtime.GOOS+"/"+runtime.GOARCH)
	_, err = c.stdout.Write(append(out, '}', '\n'))
	return err
}

// revision returns the commit that the command was built from, with + when the checkout
// had changes; "" when unknown.
func revision() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return ""
	}
	rev, dirty := "", ""
	for _, s := range info.Settings {
		switch {
		case s.Key == "vcs.revision":
			rev = s.Value
		case s.Key == "vcs.modified" && s.Value == "true":
			dirty = "+"
		}
	}
	return rev + dirty
}
