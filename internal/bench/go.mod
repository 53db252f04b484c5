module github.com/namyab/namyab/internal/bench

go 1.26.0

require (
	github.com/adrg/strutil v0.3.1
	github.com/agnivade/levenshtein v1.2.2
	github.com/antzucaro/matchr v0.0.0-20221106193745-7bed6ef61ef9
	github.com/namyab/namyab v0.0.0
	github.com/xrash/smetrics v0.0.0-20250705151800-55b8f293f342
)

require golang.org/x/text v0.44.0 // indirect

replace github.com/namyab/namyab => ../..
