import assert from "node:assert/strict";
import { checkFigure } from "../../../../../src/figure/checks/check.ts";
import { applyEdits } from "../../../../../src/figure/model/fix.ts";
import { readFigureText } from "../../../../../src/figure/text/structure/figureText.ts";
import type { FigureProblem, ProblemCode } from "../../../../../src/figure/model/problem.ts";

/** What the rules but those on raw data say of a text. */
function problemsOf(text: string): FigureProblem[] {
  return checkFigure(readFigureText(text), { bound: false }).problems.filter(({ code }) => code !== "raw-array");
}

const trace = (members: string): string => `{"data":[{${members}}]}`;
const layout = (members: string): string => `{"data":[],"layout":{${members}}}`;

/** One problem, with the words that are marked and what is said. */
function assertOne(text: string, code: ProblemCode, marked: string, said: RegExp, severity = "warning"): FigureProblem {
  const problems = problemsOf(text);
  const [first] = problems;
  assert.ok(first, text);
  assert.deepEqual(
    problems.map((problem) => [problem.code, problem.severity, text.slice(problem.span.start, problem.span.end)]),
    [[code, severity, marked]],
    text,
  );
  assert.match(first.message, said, text);
  assert.match(first.message, /[.?]$/);
  return first;
}

/** The text once the problem's preferred fix is applied. */
function fixed(text: string, { fixes = [] }: FigureProblem): string {
  const fix = fixes.find(({ preferred }) => preferred);
  assert.ok(fix, `${text} has a fix`);
  return applyEdits(text, fix.edits);
}

describe("the rule on unknown attributes", () => {
  for (const [text, marked, said, after] of [
    [
      trace('"mod":"lines"'),
      '"mod"',
      /Traces of type `scatter` have no attribute `mod`.*mean `mode`/,
      trace('"mode":"lines"'),
    ],
    [
      trace('"type":"bar","hoverInfo":"x"'),
      '"hoverInfo"',
      /It is called `hoverinfo`/,
      trace('"type":"bar","hoverinfo":"x"'),
    ],
    [trace('"marker_color":"red"'), '"marker_color"', /`marker\.color`/, trace('"marker":{"color": "red"}')],
    [
      layout('"xaxis2":{"tickfont_size":3}'),
      '"tickfont_size"',
      /`layout\.xaxis2` has no attribute.*`tickfont\.size`/,
      layout('"xaxis2":{"tickfont":{"size": 3}}'),
    ],
    [layout('"annotations":[{"txt":"a"}]'), '"txt"', /mean `text`/, layout('"annotations":[{"text":"a"}]')],
    [
      '{"data":[],"config":{"displayModebar":false}}',
      '"displayModebar"',
      /`displayModeBar`/,
      '{"data":[],"config":{"displayModeBar":false}}',
    ],
    [
      '{"data":[{}],"frames":[{"data":[{"opacty":1}]}]}',
      '"opacty"',
      /mean `opacity`/,
      '{"data":[{}],"frames":[{"data":[{"opacity":1}]}]}',
    ],
  ] as const)
    it(`says what was meant in ${text}`, () => {
      const problem = assertOne(text, "unknown-attribute", marked, said);
      const mended = fixed(text, problem);
      assert.equal(mended, after);
      assert.deepEqual(problemsOf(mended), []);
    });

  it("says where an attribute has its place", () => {
    assertOne(trace('"size":3'), "unknown-attribute", '"size"', /There is `marker\.size`/);
    const shape = layout('"shapes":[{"text":"a"}]');
    const [fix] = assertOne(shape, "unknown-attribute", '"text"', /There is `label\.text`/).fixes ?? [];
    assert.equal(fix?.preferred, false);
    assert.equal(applyEdits(shape, fix.edits), layout('"shapes":[{"label":{"text": "a"}}]'));
    assertOne(layout('"xaxis":{"text":"a"}'), "unknown-attribute", '"text"', /There is `title\.text`/);
    assertOne(trace('"colorbar":{"len":1}'), "unknown-attribute", '"colorbar"', /`choropleth`.* have it/, "hint");
    assertOne(
      trace('"type":"pie","marker":{"color":"red"}'),
      "unknown-attribute",
      '"color"',
      /`bar`.* have it/,
      "hint",
    );
    assertOne(trace('"barmode":"stack"'), "unknown-attribute", '"barmode"', /attribute of `layout`/);
    assertOne(trace('"type":"bar","mode":"lines"'), "unknown-attribute", '"mode"', /`scatter`.* have it/, "hint");
    assertOne(trace('"zzzzqqqq":3'), "unknown-attribute", '"zzzzqqqq"', /draws without it\.$/);
  });

  it("offers no name that is taken already", () => {
    const problem = assertOne(trace('"mod":"lines","mode":"text"'), "unknown-attribute", '"mod"', /`mode`/);
    assert.deepEqual(problem.fixes, []);
  });

  it("lets pass references, templates, what is beside the figure, and traces of types that are not drawn", () => {
    for (const text of [
      trace('"marker":{"colorsrc":"ann:1:aa"}'),
      layout('"template":{"data":{"scatter":[{"foo":1}]},"layout":{"bar":2}}'),
      '{"data":[],"layout":{},"foo":{"bar":1}}',
    ])
      assert.deepEqual(problemsOf(text), [], text);
  });

  it("goes on in traces of types that are not drawn, as what was meant", () => {
    const said = (members: string) => problemsOf(trace(members)).map(({ code, message }) => `${code} ${message}`);
    const misspelt = said('"type":"scatterr","foo":1,"mode":"liness","name":"a"');
    assert.equal(misspelt.length, 3);
    assert.match(misspelt[1] ?? "", /^unknown-attribute Traces of type `scatter` have no attribute `foo`/);
    assert.match(misspelt[2] ?? "", /^wrong-value .* mean "lines"/);
    const other = said(
      '"type":"qqqqqq","foo":1,"opacity":7,"mode":"what any type may take","values":[1],"marker":{"colour":1}',
    );
    assert.equal(other.length, 4);
    assert.match(other[1] ?? "", /^unknown-attribute A trace has no attribute `foo`/);
    assert.match(other[2] ?? "", /^wrong-value `data\[0\]\.opacity`/);
    assert.match(other[3] ?? "", /^unknown-attribute .*`color`/);
  });

  it("knows nothing of what the types had that left Plotly, but what every trace has", () => {
    const text = trace('"type":"pointcloud","xy":[1,2],"marker":{"blend":true},"opacity":7');
    assert.deepEqual(
      problemsOf(text).map(({ code }) => code),
      ["unknown-trace-type", "wrong-value"],
    );
  });
});

describe("the rule on attributes that left Plotly", () => {
  for (const [text, marked, after] of [
    [layout('"title":"Rain"'), '"title"', layout('"title":{"text": "Rain"}')],
    [layout('"xaxis2":{"titlefont":{"size":3}}'), '"titlefont"', layout('"xaxis2":{"title":{"font": {"size":3}}}')],
    [
      layout('"yaxis":{"title":{"text":"a"},"titlefont":{"size":3}}'),
      '"titlefont"',
      layout('"yaxis":{"title":{"text":"a", "font": {"size":3}}}'),
    ],
    [
      layout('"yaxis":{"title":{},"titlefont":{"size":3}}'),
      '"titlefont"',
      layout('"yaxis":{"title":{"font": {"size":3}}}'),
    ],
    [
      layout('"yaxis":{"title":{"font":{}},"titlefont":{"size":3}}'),
      '"titlefont"',
      layout('"yaxis":{"title":{"font":{}}}'),
    ],
    [trace('"type":"surface","zmin":3'), '"zmin"', trace('"type":"surface","cmin":3')],
    [
      trace('"marker":{"colorbar":{"titleside":"top"}}'),
      '"titleside"',
      trace('"marker":{"colorbar":{"title":{"side": "top"}}}'),
    ],
  ] as const)
    it(`writes ${text} as today's Plotly has it`, () => {
      const problem = assertOne(text, "removed-attribute", marked, /^Plotly\.js 3\.0 .*Write/);
      assert.equal(fixed(text, problem), after);
      assert.deepEqual(problemsOf(after), []);
    });

  it("puts the font of a title that is a text into it, wherever the two stand", () => {
    for (const members of ['"titlefont":{"size":3},"title":"A"', '"title":"A","titlefont":{"size":3}']) {
      const text = layout(members);
      const problem = problemsOf(text).find(({ span }) => text.slice(span.start, span.end) === '"titlefont"');
      assert.ok(problem);
      assert.equal(fixed(text, problem), layout('"title":{"text": "A", "font": {"size":3}}'));
    }
  });

  it("calls information what can simply go", () => {
    const text = trace('"x":[1],"stream":{"token":"a"},"y":[2]');
    const problem = assertOne(text, "removed-attribute", '"stream"', /can be deleted/, "information");
    assert.equal(fixed(text, problem), trace('"x":[1],"y":[2]'));
  });

  it("says what took its place where that is more than a name", () => {
    assertOne(trace('"transforms":[{}]'), "removed-attribute", '"transforms"', /removed `transforms`/);
    assertOne(trace('"type":"bar","bardir":"h"'), "removed-attribute", '"bardir"', /Write `orientation`/);
    assertOne(trace('"error_y":{"opacity":0.5}'), "removed-attribute", '"opacity"', /Give `color` an opacity/);
    assertOne(layout('"mapbox2":{"style":"x"}'), "removed-attribute", '"mapbox2"', /Write `map`/);
    assertOne(layout('"radialaxis":{"range":[0,1]}'), "removed-attribute", '"radialaxis"', /scatterpolar/);
    assertOne(layout('"annotations":[{"ref":"paper"}]'), "removed-attribute", '"ref"', /`xref` and `yref`/);
  });

  it("lets pass a title that is a text to this day", () => {
    assert.deepEqual(problemsOf(trace('"type":"indicator","title":{"text":"a"},"name":"b"')), []);
    assert.deepEqual(problemsOf(layout('"legend":{"title":{"text":"Rain"}}')), []);
  });
});

describe("the rule on values", () => {
  for (const [text, marked, said, instead] of [
    [
      trace('"mode":"liness"'),
      '"liness"',
      /one or more of "lines", "markers", "text".* alone, and is "liness"/,
      '"lines"',
    ],
    [trace('"mode":"lines,markers"'), '"lines,markers"', /Did you mean "lines\+markers"/, '"lines+markers"'],
    [trace('"visible":"true"'), '"true"', /must be "legendonly", true or false/, "true"],
    [trace('"showlegend":"False"'), '"False"', /must be true or false/, "false"],
    [trace('"fillcolor":"blu"'), '"blu"', /must be a colour/, '"blue"'],
    [trace('"fillcolor":"1f77b4"'), '"1f77b4"', /must be a colour/, '"#1f77b4"'],
    [trace('"marker":{"colorscale":"viridis"}'), '"viridis"', /one of Greys/, '"Viridis"'],
    [trace('"xaxis":"xaxis2"'), '"xaxis2"', /must be "x", "x2", …/, '"x2"'],
    [layout('"xaxis":{"type":"logarithm"}'), '"logarithm"', /must be "-", "linear", "log"/, undefined],
    [layout('"hovermode":"closst"'), '"closst"', /"closest"/, '"closest"'],
  ] as const)
    it(`says what ${text} may be`, () => {
      const problem = assertOne(text, "wrong-value", marked, said);
      if (instead !== undefined) assert.equal(fixed(text, problem), text.replace(marked, instead));
    });

  it("names the range of a number, and what is nearest in it", () => {
    const problem = assertOne(
      trace('"opacity":2'),
      "wrong-value",
      "2",
      /`data\[0\]\.opacity` must be a number from 0 to 1, and is 2\. Plotly\.js uses its default instead\. Did you mean 1\?/,
    );
    assert.equal(problem.fixes?.[0]?.preferred, false);
    assertOne(layout('"font":{"size":0}'), "wrong-value", "0", /of 1 or more/);
    assertOne(layout('"xaxis":{"nticks":1.5}'), "wrong-value", "1.5", /a whole number that is not negative/);
    assertOne(trace('"marker":{"size":-4}'), "wrong-value", "-4", /not negative, and is -4\. .* Did you mean 0\?$/);
    assertOne(trace('"opacity":"much"'), "wrong-value", '"much"', /must be a number/);
    assertOne(layout('"xaxis":{"tickangle":"steep"}'), "wrong-value", '"steep"', /number of degrees/);
  });

  it("names what is wrong in a list", () => {
    assertOne(trace('"x":"abc"'), "wrong-value", '"abc"', /must be a list of values/);
    assertOne(layout('"xaxis":{"range":[1,2,3]}'), "wrong-value", "[1,2,3]", /of 2 values.*reads the first 2\./);
    assertOne(
      layout('"xaxis":{"domain":[0,3]}'),
      "wrong-value",
      "3",
      /`layout\.xaxis\.domain\[1\]` must be a number from 0 to 1/,
    );
    assertOne(layout('"colorway":["red","readish"]'), "wrong-value", '"readish"', /must be a colour/);
    assertOne(
      trace('"marker":{"colorscale":[[0,"red"],[2,"blue"]]}'),
      "wrong-value",
      "2",
      /must be 1, where a colorscale ends/,
    );
    assertOne(layout('"annotations":{"text":"a"}'), "wrong-value", '{"text":"a"}', /must be a list of objects/);
    assertOne(layout('"annotations":[3]'), "wrong-value", "3", /`layout\.annotations\[0\]` must be an object/);
    assertOne(trace('"marker":"red"'), "wrong-value", '"red"', /`data\[0\]\.marker` must be an object/);
  });

  it("says what of a list of flags is drawn", () => {
    const text = trace('"mode":"lines+marker"');
    const problem = assertOne(text, "wrong-value", '"lines+marker"', /takes "lines" and leaves out "marker"\. Did you/);
    assert.equal(fixed(text, problem), trace('"mode":"lines+markers"'));
    const other = trace('"type":"funnel","hoverinfo":"x+y+z"');
    const [fix] = assertOne(other, "wrong-value", '"x+y+z"', /takes "x\+y" and leaves out "z"/, "hint").fixes ?? [];
    assert.equal(applyEdits(other, fix?.edits ?? []), trace('"type":"funnel","hoverinfo":"x+y"'));
  });

  it("calls it a hint where a page is set up, since what stands there is taken as it is", () => {
    const text = '{"data":[],"config":{"displaylogo":0}}';
    assertOne(text, "wrong-value", "0", /must be true or false.*takes it as it is\. Did you mean false/, "hint");
  });

  it("takes what the engine takes", () => {
    for (const members of [
      '"opacity":"0.5","mode":"text+lines","hoverinfo":["x+y"],"marker":{"size":[1],"color":["red",3],"symbol":104}',
      '"line":{"dash":"3px, 2px","color":" RGB(1,2,3) "},"visible":"legendonly","name":2019,"fillcolor":null,"meta":{"a":1}',
      '"x":{"dtype":"f8","bdata":"AAAAAAAA8D8="},"marker":{"color":{"dtype":"i1","bdata":"AQ=="},"colorscale":[[0,"#fff"],["1","hsl(1,2%,3%)"]]}',
      '"type":"scatter3d","scene":"scene2","surfaceaxis":-1',
      '"type":"heatmap","z":[[1,2],[3,4]],"zsmooth":false,"colorscale":"[[0, \\"red\\"], [1, \\"blue\\"]]"',
    ])
      assert.deepEqual(problemsOf(trace(members)), [], members);
    assert.deepEqual(
      problemsOf(
        layout(
          '"xaxis":{"range":[null,3],"tickangle":"auto","dtick":"M1","domain":["0.1",1]},"geo":{"resolution":"50"},"shapes":[{"xref":"x2 domain"}],"title":{"text":2024},"grid":{"subplots":[["xy","x2y"]]}',
        ),
      ),
      [],
    );
  });
});

describe("the rule on keys written again", () => {
  it("marks those that are not read, with the one that is, and takes out either", () => {
    const text = '{"data":[{"x":[1],"name":"a","x":[2]}]}';
    const problem = assertOne(text, "duplicate-key", '"x"', /only the last value is read/);
    assert.equal(problem.span.start, text.indexOf('"x"'));
    assert.deepEqual(
      problem.related.map(({ span }) => span.start),
      [text.lastIndexOf('"x"')],
    );
    assert.equal(fixed(text, problem), '{"data":[{"name":"a","x":[2]}]}');
    assert.equal(applyEdits(text, problem.fixes?.[1]?.edits ?? []), '{"data":[{"x":[1],"name":"a"}]}');
  });
});

describe("the rule on trailing commas", () => {
  it("takes them out", () => {
    const text = '{"data":[{"name":"a",}]}';
    const problem = assertOne(text, "trailing-comma", ",", /no comma behind the last member/, "error");
    assert.equal(fixed(text, problem), '{"data":[{"name":"a"}]}');
    assertOne('{"data":[1,,2]}', "syntax", ",", /missing/, "error");
  });
});

describe("the rule on typed arrays", () => {
  const typed = (members: string): string => trace(`"type":"heatmap","z":{${members}}`);

  it("says which part cannot be read", () => {
    assertOne(
      typed('"dtype":"f9","bdata":"AAAA"'),
      "typed-array",
      '"dtype"',
      /cannot be read: The dtype "f9"/,
      "error",
    );
    assertOne(typed('"dtype":"f8","bdata":"?"'), "typed-array", '"bdata"', /cannot be read/, "error");
    assertOne(typed('"dtype":"i1","bdata":"AQID","shape":"2, 2"'), "typed-array", '"shape"', /cannot be read/, "error");
    assertOne(typed('"dtype":"i1","bdata":[1]'), "typed-array", '"bdata"', /base64/, "error");
    assert.deepEqual(problemsOf(typed(String.raw`"dtype":"i1","bdata":"AQI\/","shape":"1, 3"`)), []);
    assert.deepEqual(problemsOf(typed(String.raw`"dtype":"i1","bdata":"AQ\u0049\u002f","shape":"1, 3"`)), []);
    assert.deepEqual(problemsOf(typed(String.raw`"dtype":"i1","bdata":"AQ\u003D\u003d","shape":1`)), []);
  });
});

describe("the rule on arrays of unequal length", () => {
  for (const [members, marked, said] of [
    ['"x":[1,2,3],"y":[1,2]', '"y"', /`x` has 3, `y` has 2: Plotly\.js draws 2 of this `scatter` trace's 3/],
    ['"type":"pie","labels":["a"],"values":[1,2]', '"labels"', /`labels` has 1/],
    ['"type":"mesh3d","x":[1],"y":[1],"z":[1],"i":[0],"j":[0,0],"k":[0,0]', '"i"', /`j` has 2/],
    ['"type":"sankey","link":{"source":[0,1],"target":[1]}', '"target"', /`link\.source` has 2/],
    ['"type":"heatmap","x":[1,2],"z":[[1,2,3,4],[1,2,3,4]]', '"x"', /`x` has 2, and `z` has 4 columns/],
    [
      '"type":"contour","transpose":true,"y":[1,2],"z":[[1,2,3,4],[1,2,3,4]]',
      '"y"',
      /`y` has 2, and `z` has 4 columns/,
    ],
    ['"type":"heatmap","x":[1,2],"y":[1,2],"z":[1,2,3]', '"x"', /`z` has 3/],
  ] as const)
    it(`says what of ${members} is not drawn`, () => void assertOne(trace(members), "unequal-lengths", marked, said));

  it("lets pass what goes together, and what cannot be compared", () => {
    for (const members of [
      '"x":[1,2],"y":[1,2],"marker":{"size":[1]}',
      '"x":[1,2],"y":[]',
      '"x":[["a","a","b"],["c","d","e"]],"y":[1,2,3]',
      '"x":[1,2,3],"ysrc":"ann:1:aa"',
      '"type":"heatmap","x":[1,2,3],"y":[1,2],"z":[[1,2],[3,4]]',
      '"type":"heatmap","x":[1,2,3],"y":[1,2],"z":[[1,2],[3]]',
      '"type":"table","cells":{"values":[[1,2],[1]]}',
    ])
      assert.deepEqual(problemsOf(trace(members)), [], members);
  });
});

describe("the rule on axes and subplots that are not laid out", () => {
  const two = (first: string, second: string, rest = ""): string =>
    `{"data":[{${first}},{${second}}],"layout":{${rest}}}`;

  it("says what lies on top of what", () => {
    assertOne(
      two('"y":[1]', '"y":[1],"yaxis":"y2"'),
      "missing-subplot",
      '"y2"',
      /no `yaxis2`, which `data\[1\]\.yaxis` names.*on top/,
    );
    assertOne(two('"type":"surface"', '"type":"cone","scene":"scene2"'), "missing-subplot", '"scene2"', /no `scene2`/);
    assertOne(
      two('"type":"scatterpolar"', '"type":"barpolar","subplot":"polar2"'),
      "missing-subplot",
      '"polar2"',
      /no `polar2`/,
    );
    assertOne(layout('"yaxis":{"overlaying":"y3"}'), "missing-subplot", '"y3"', /names the axis `y3`, which/);
    assertOne(
      two('"type":"splom","dimensions":[{},{}]', '"y":[1]', '"xaxis":{"anchor":"y3"}'),
      "missing-subplot",
      '"y3"',
      /names the axis `y3`, which/,
    );
    assertOne(
      two('"y":[1]', '"type":"bar","y":[1]', '"template":{"data":{"bar":[{"yaxis":"y2"}]}}'),
      "missing-subplot",
      '"y2"',
      /no `yaxis2`, which `layout\.template\.data\.bar\[0\]\.yaxis` names/,
    );
  });

  it("lets pass what is laid out, placed by a grid, or alone", () => {
    for (const text of [
      two('"y":[1]', '"y":[1],"yaxis":"y2"', '"yaxis2":{"overlaying":"y"}'),
      two('"y":[1]', '"y":[1],"xaxis":"x2","yaxis":"y2"', '"grid":{"rows":1,"columns":2}'),
      two('"y":[1],"yaxis":"y2"', '"y":[1],"yaxis":"y2"'),
      two('"type":"surface","scene":"scene2"', '"type":"pie"'),
      two('"y":[1]', '"y":[1],"yaxis":"y2"', '"template":{"layout":{"yaxis2":{"overlaying":"y"}}}'),
      layout('"xaxis":{"anchor":"free"},"yaxis":{"anchor":"x"}'),
      // Axes that match one that is not there share its range.
      layout('"xaxis":{"matches":"x9"},"xaxis2":{"matches":"x9"}'),
      two(
        '"y":[1]',
        '"y":[1]',
        '"template":{"data":{"scatter":[{},{"yaxis":"y2"}]}},"yaxis":{"anchor":"x"},"yaxis2":{"overlaying":"y"}',
      ),
      two(
        '"y":[1]',
        '"type":"bar","y":[1]',
        '"template":{"data":{"bar":[{"yaxis":"y2"}]}},"xaxis":{"anchor":"y2"},"yaxis2":{"overlaying":"y"}',
      ),
      two('"y":[1]', '"y":[1],"yaxis":"y2"', '"template":{"layout":{"grid":{"rows":2,"columns":1}}}'),
      two(
        '"type":"splom","dimensions":[{},{},{}]',
        '"y":[1],"xaxis":"x3"',
        '"xaxis":{"anchor":"y3"},"yaxis2":{"scaleanchor":"x2"}',
      ),
      two(
        '"type":"splom","dimensions":[{},{}],"xaxes":["x5","x6"],"yaxes":["y","y7"]',
        "",
        '"yaxis":{"scaleanchor":"x6"},"xaxis":{"anchor":"y7"}',
      ),
    ])
      assert.deepEqual(problemsOf(text), [], text);
  });
});

describe("the rules on references", () => {
  it("hint at a reference beside a value, which is drawn, and take out the reference alone", () => {
    for (const [value, reference] of [
      ['"marker":{"color":"red"', '"colorsrc":"ann:1:aa"}'],
      ['"x":[1,2]', '"xsrc":"ann:1:aa"'],
      ['"x":[1,2]', '"xsrc":"hour"'],
    ] as const) {
      const text = trace(`${value},${reference}`);
      const marked = /"\w+src"/.exec(reference)?.[0] ?? "";
      const problem = assertOne(text, "reference-and-values", marked, /^The values here are drawn:/, "hint");
      assert.deepEqual(
        problem.fixes?.map(({ edits, preferred }) => [applyEdits(text, edits), preferred]),
        [[trace(value + (reference.endsWith("}") ? "}" : "")), false]],
      );
    }
  });

  it("say nothing of a reference that is empty", () => {
    for (const nothing of ["null", '""']) {
      const codes = problemsOf(trace(`"x":[1,2],"xsrc":${nothing}`)).map(({ code }) => code);
      assert.ok(!codes.includes("reference-and-values"), nothing);
    }
  });

  it("say what a server makes of both, and leave lists of a trace to the rule on raw arrays there", () => {
    const bound = (text: string) => checkFigure(readFigureText(text), { bound: true }).problems;
    const [problem] = bound(trace('"marker":{"color":"red","colorsrc":"ann:1:aa"}'));
    assert.equal(problem?.severity, "warning");
    assert.match(problem.message, /refers to a grid, and `data\[0\]\.marker\.color` has a value of its own/);
    assert.deepEqual(
      bound(trace('"x":[1],"xsrc":"ann:1:aa"')).map(({ code }) => code),
      ["raw-array"],
    );
  });
});

describe("the rule on what must be fetched", () => {
  it("says what is missing from the drawing", () => {
    const url = '"https://example.com/a"';
    assertOne(layout(`"images":[{"source":${url}}]`), "offline-resource", url, /picture is not drawn/);
    assertOne(trace(`"type":"choropleth","geojson":${url}`), "offline-resource", url, /shapes are not drawn/);
    assertOne(layout(`"map":{"style":${url}}`), "offline-resource", url, /map style/, "information");
    assertOne(layout('"map2":{"style":"dark"}'), "offline-resource", '"dark"', /white-bg/, "hint");
    assert.deepEqual(
      problemsOf(layout('"map":{"style":"white-bg"},"images":[{"source":"data:image/png;base64,AA"}]')),
      [],
    );
  });
});

describe("the rule on slow figures", () => {
  const numbers = (count: number): string => `[${"1,".repeat(count - 1)}1]`;

  it("counts what is drawn on its own, over all traces", () => {
    const text = `{"data":[{"type":"scatter","mode":"markers","y":${numbers(30_000)}},{"mode":"markers","y":${numbers(25_000)}}]}`;
    const problem = assertOne(text, "slow-figure", '"scatter"', /55,000 markers.*`scattergl`/, "information");
    assert.equal(problem.fixes?.[0]?.title, "Change to `scattergl`");
    assertOne(trace(`"type":"bar","y":${numbers(10_001)}`), "slow-figure", '"bar"', /10,001 bars/, "information");
    assert.deepEqual(problemsOf(trace(`"mode":"lines","y":${numbers(60_000)}`)), []);
    assert.deepEqual(problemsOf(trace(`"type":"bar","visible":false,"y":${numbers(10_001)}`)), []);
  });

  it("says so of 20 MB on one line", () => {
    const long = `{"data":[],"note":"${"a".repeat(20_000_000)}"}`;
    assertOne(long, "slow-figure", "{", /20 MB of this figure stand on one line/, "information");
    assert.deepEqual(problemsOf(`${long}\n`), []);
  });
});

describe("figures with little in them", () => {
  it("are let pass", () => {
    for (const text of [
      '{"data":[]}',
      '{"data":[{}]}',
      '{"data":[{}],"layout":{},"frames":[],"config":{}}',
      '{"layout":{"xaxis":{}}}',
    ])
      assert.deepEqual(problemsOf(text), [], text);
  });

  it("are told one thing at most while a key is half typed", () => {
    for (const text of [
      '{"data":[{"mo"}]}',
      '{"data":[{"type":"bar","mo":}]}',
      '{"data":[{"type":"bar","type"}]}',
      '{"data":[{"mo","type":"bar"}]}',
      '{"data":[{"marker":{"colo": }}]}',
      '{"data":[],"layout":{"titlefont"}}',
    ])
      assert.deepEqual(
        problemsOf(text).map(({ code }) => code),
        ["syntax"],
        text,
      );
  });

  it("are read as well as can be while somebody types", () => {
    for (const text of [
      '{"data":[{"type":"bar","mod',
      '{"data":[{"mode":',
      '{"layout":{"title":"a',
      '{"data":[{"marker":{"color":',
    ])
      assert.ok(
        problemsOf(text).every(({ span }) => span.start >= 0 && span.end <= text.length && span.start < span.end),
        text,
      );
  });
});

describe("figures with odd names", () => {
  it("are read as any other, whatever the names mean in JavaScript", () => {
    for (const name of ["__proto__", "constructor", "toString", "hasOwnProperty"]) {
      const isOwn = name.startsWith("_");
      const said = [isOwn ? "leftover" : "unknown-attribute", `"${name}"`, isOwn ? /own/ : /no attribute/] as const;
      assertOne(trace(`"${name}":1`), ...said, isOwn ? "hint" : "warning");
      assertOne(layout(`"font":{"${name}":{"a":1}}`), ...said, isOwn ? "hint" : "warning");
    }
    assertOne(trace(`"${"a_".repeat(5000)}":1`), "unknown-attribute", `"${"a_".repeat(5000)}"`, /`(?:a_){30}…`/);
  });
});

describe("the rule on formulas", () => {
  it("marks a mistake at its place in the text, where backslashes stand twice", () => {
    assertOne(
      layout('"title":{"text":"$\\\\alpha + \\\\frac{1}{$"}'),
      "formula",
      "{",
      /layout\.title\.text.*brace is not closed/,
    );
    assertOne(layout('"annotations":[{"text":"$\\u0061^2^3$"}]'), "formula", "^", /second power/);
    assertOne(trace('"type":"scatter","name":"$\\\\left( x$"'), "formula", "\\\\left", /no `\\right`/);
  });

  it("finds the first among the texts of a list", () => {
    const text = trace('"type":"scatter","y":[1,2,3],"text":["$x^2$","$5","$x_$"]');
    assertOne(text, "formula", "_", /data\[0\]\.text/);
    assertOne(
      layout('"xaxis":{"tickvals":[1,2],"ticktext":["$\\\\pi$","$\\\\frac{\\\\pi}$"]}'),
      "formula",
      "\\\\frac",
      /arguments/,
    );
  });

  it("tells of words that are left out beside a formula, and puts them into it", () => {
    const text = layout('"title":{"text":"Energy $E=mc^2$ in J"}');
    const problem = assertOne(text, "formula", '"Energy $E=mc^2$ in J"', /leaves out the words/);
    assert.equal(fixed(text, problem), layout('"title":{"text":"$\\\\text{Energy }E=mc^2\\\\text{ in J}$"}'));
    const two = layout('"title":{"text":"$\\\\alpha$ and $\\\\beta$"}');
    const [found] = problemsOf(two);
    assert.ok(found);
    assert.equal(fixed(two, found), layout('"title":{"text":"$\\\\alpha\\\\text{ and }\\\\beta$"}'));
    assert.deepEqual(problemsOf(layout('"title":{"text":"<b>Energy</b> $E=mc^2$"}'))[0]?.fixes, []);
  });

  it("has nothing to say of formulas without a mistake, of prices, and of what is no text", () => {
    for (const text of [
      layout('"title":{"text":"$\\\\sqrt{x}$"}'),
      layout('"title":{"text":"from $5 to $10"}'),
      layout('"title":{"text":"cost_usd ($) and sale_usd ($)"}'),
      trace('"type":"scatter","y":[1],"hovertemplate":"$x_$"'),
      trace('"type":"scatter","y":[1],"customdata":["$x_$"]'),
      trace('"type":"bar","x":["$1 to $2","$2 to $3"],"y":[1,2]'),
      trace('"type":"scatter","y":[1],"texttemplate":"$x^{%{y}}$"'),
    ])
      assert.deepEqual(problemsOf(text), [], text);
  });
});
