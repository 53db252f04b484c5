package page

// style is the style sheet. Each kind has a tint under the name and a line below it in a
// shape of its own, so that colour is not the only sign; text keeps a contrast of at least
// 7:1 on the tints in both schemes. Names that are not known have a dotted line.
const style = `:root{--bg:#fbfaf7;--fg:#1c1b19;--dim:#57534c;--rule:#d9d5cc;--card:#fff;--land:#efece3;--line:#b9b2a3;
--person:#ffe3c2;--person-l:#a84e00;--org:#dbe7ff;--org-l:#1f4fb5;--gpe:#d5f0dc;--gpe-l:#0f6b33;
--loc:#e6efc4;--loc-l:#56690a;--fac:#eadfff;--fac-l:#6a35b8;--norp:#ffdbe6;--norp-l:#a81c51}
@media (prefers-color-scheme:dark){:root{--bg:#171614;--fg:#ece8e1;--dim:#b0aaa0;--rule:#3b3834;--card:#24221f;--land:#2a2824;--line:#5d584f;
--person:#4a2f12;--person-l:#ffb066;--org:#1d2f55;--org-l:#8fb4ff;--gpe:#153a23;--gpe-l:#6fd693;
--loc:#323a12;--loc-l:#c4d75c;--fac:#372557;--fac-l:#c3a1ff;--norp:#4d1a2e;--norp-l:#ff8fb3}}
*{box-sizing:border-box}
html{background:var(--bg);color:var(--fg);font:1.0625rem/1.65 Georgia,"Times New Roman",serif;-webkit-text-size-adjust:100%}
body{margin:0 auto;max-width:80rem;padding:1rem clamp(1rem,3vw,2.5rem)}
h1,h2,h3,.legend,.sum,.side,footer,.card{font-family:system-ui,-apple-system,"Segoe UI",Roboto,Arial,sans-serif}
.top{display:flex;flex-wrap:wrap;align-items:baseline;gap:.4rem 1.5rem;border-bottom:1px solid var(--rule);padding-bottom:.6rem}
h1{font-size:1.1rem;margin:0}
h2{font-size:1.35rem;line-height:1.3;margin:1.6rem 0 .2rem;overflow-wrap:anywhere}
h3{font-size:.85rem;margin:1.1rem 0 .4rem}
.legend{list-style:none;display:flex;flex-wrap:wrap;gap:.3rem .7rem;margin:0;padding:0;font-size:.85rem}
.sum{color:var(--dim);font-size:.875rem;margin:0 0 1rem}
.cols{display:grid;grid-template-columns:minmax(0,1fr);gap:1.5rem}
@media (min-width:62rem){.cols{grid-template-columns:minmax(0,38rem) minmax(0,1fr);gap:3rem}}
.text{white-space:pre-wrap;overflow-wrap:break-word;max-width:38rem}
.m{color:inherit;text-decoration:none;padding:.05em .15em;margin:0 -.05em;border-radius:.2em;background:var(--t);border-bottom:2px solid var(--l);position:relative;-webkit-box-decoration-break:clone;box-decoration-break:clone}
.m.nil{border-bottom-style:dotted}
.person{--t:var(--person);--l:var(--person-l)}.org{--t:var(--org);--l:var(--org-l)}.gpe{--t:var(--gpe);--l:var(--gpe-l)}
.loc{--t:var(--loc);--l:var(--loc-l)}.fac{--t:var(--fac);--l:var(--fac-l)}.norp{--t:var(--norp);--l:var(--norp-l)}
.org{border-bottom-style:double;border-bottom-width:3px}.loc{border-bottom-style:dashed}.norp{border-bottom-width:1px}
.m:focus-visible,.list li:focus,.list a:focus-visible{outline:3px solid var(--org-l);outline-offset:2px}
.list li:target{background:var(--card);box-shadow:0 0 0 .4rem var(--card),0 0 0 calc(.4rem + 2px) var(--org-l);border-radius:.1rem}
.card{display:none;position:absolute;left:0;top:calc(100% + .35rem);z-index:9;width:max-content;max-width:min(20rem,80vw);padding:.6rem .75rem;background:var(--card);color:var(--fg);border:1px solid var(--rule);border-left:4px solid var(--l);border-radius:.3rem;box-shadow:0 4px 18px rgb(0 0 0/.22);font-size:.85rem;line-height:1.45;white-space:normal;text-align:left}
.card>*{display:block}.card i{color:var(--dim);font-style:normal}.card code{margin-top:.25rem}
.m:hover>.card,.m:focus>.card{display:block}
@media (max-width:61.99rem){.card{position:fixed;left:1rem;right:1rem;top:auto;bottom:1rem;width:auto;max-width:none}}
code{font:.78rem/1.4 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;color:var(--dim);overflow-wrap:anywhere}
.side{font-size:.925rem;line-height:1.5}
.list ul{list-style:none;margin:0;padding:0;columns:15rem;column-gap:1.5rem}
.list li{break-inside:avoid;padding:.25rem 0}
.kind,.n,.as,.role{color:var(--dim)}.as,.role,.ids{font-size:.85rem}
.ids a{color:inherit}
.map{margin:0 0 1rem}
.map svg{display:block;width:100%;height:auto;max-width:44rem}
.defs{position:absolute}
.land{fill:var(--land);stroke:var(--dim);stroke-width:4;stroke-linejoin:round}
.lines{fill:none;stroke:var(--line);stroke-width:2.5;stroke-linejoin:round;stroke-linecap:round}
.spot{fill:var(--l);stroke:var(--bg);stroke-width:3}
.map text{font:600 34px system-ui,-apple-system,"Segoe UI",Roboto,Arial,sans-serif;fill:var(--fg);text-anchor:middle;paint-order:stroke;stroke:var(--bg);stroke-width:7px;stroke-linejoin:round;pointer-events:none}
.map text.r{text-anchor:start}.map text.l{text-anchor:end}
figcaption{color:var(--dim);font-size:.825rem;margin-top:.4rem}
.error{border-left:4px solid var(--norp-l);padding:.3rem .8rem;background:var(--norp)}
footer{color:var(--dim);font-size:.8rem;border-top:1px solid var(--rule);margin-top:2rem;padding-top:.6rem}
@media print{:root{--bg:#fff;--fg:#000;--dim:#444;--card:#fff}html{font-size:10.5pt}.card{display:none!important}.m{-webkit-print-color-adjust:exact;print-color-adjust:exact}
.text .m::after{content:" [" attr(data-l) "]";font:.65em system-ui,sans-serif;color:#444}.map svg{max-width:14cm}article+article{break-before:page}}
`
