import type { Credentials } from "../../plotsApi/requests/credentials.ts";

/** What a script needs to reach the plots: the address of the API server, the user and the key. */
export interface ApiAccess extends Credentials {
  /** Origin without a slash at the end. */
  readonly url: string;
}

export type ScriptLanguage = "python" | "r" | "curl";

/** Ready-made lines for one language. */
export interface Script {
  readonly language: ScriptLanguage;
  readonly title: string;
  /** The language of the lines, as Markdown's fences name it. */
  readonly fence: string;
  /** What a person should know before they use the lines, in Markdown. */
  readonly note: string;
  readonly lines: string;
}

/** The lines that publish a plot, one script for each language, with address, user and key in them. */
export function scriptsFor({ url, username, apiKey }: ApiAccess): readonly Script[] {
  // None of the three holds a quote or a backslash, so that all languages write them alike.
  return [
    {
      language: "python",
      title: "Python: `chart_studio`",
      fence: "python",
      note:
        "In a script that published to Chart Studio, only `sign_in` changes. The client works with plotly below version 6: " +
        '`pip install chart-studio "plotly<6"`.',
      lines: `import chart_studio.plotly as py
import plotly.graph_objects as go

here = "${url}"
py.sign_in("${username}", "${apiKey}", plotly_domain=here, plotly_api_domain=here)

fig = go.Figure(go.Scatter(x=[1, 2, 3], y=[2, 1, 4]))
print(py.plot(fig, filename="from Python", auto_open=False))
`,
    },
    {
      language: "r",
      title: "R: `plotly`",
      fence: "r",
      note: "The package uses https whatever the address says. The API server speaks http, on this computer alone, so the lines make `httr` keep the address as it is.",
      lines: `library(plotly)

here <- "${url}"
Sys.setenv(plotly_username = "${username}", plotly_api_key = "${apiKey}")
Sys.setenv(plotly_domain = here, plotly_api_domain = here)
local({
  modify_url <- httr::modify_url
  utils::assignInNamespace("modify_url", function(url, scheme = NULL, ...) modify_url(url, ...), "httr")
})

fig <- plot_ly(x = c(1, 2, 3), y = c(2, 1, 4), type = "scatter", mode = "lines")
api_create(fig, filename = "from R")
`,
    },
    {
      language: "curl",
      title: "curl",
      fence: "sh",
      note: "These lines are for a shell such as bash or zsh. A plot refers to the columns of a grid, so they create the grid first.",
      lines: `plots='${url}/v2'
user='${username}:${apiKey}'
json='Content-Type: application/json'

grid=$(curl -sS -u "$user" -H "$json" "$plots/grids" -d '{
  "data": { "cols": { "x": { "data": [1, 2, 3], "order": 0 }, "y": { "data": [2, 1, 4], "order": 1 } } }
}')
fid=$(echo "$grid" | grep -o '"fid":"[^"]*"' | head -n 1 | cut -d '"' -f 4)
x=$(echo "$grid" | grep -o '"uid":"[^"]*"' | sed -n 1p | cut -d '"' -f 4)
y=$(echo "$grid" | grep -o '"uid":"[^"]*"' | sed -n 2p | cut -d '"' -f 4)

curl -sS -u "$user" -H "$json" "$plots/plots" -d '{
  "figure": { "data": [{ "type": "scatter", "xsrc": "'"$fid:$x"'", "ysrc": "'"$fid:$y"'" }] }
}'
`,
    },
  ];
}

/** All scripts as one Markdown text. */
export function scriptDocument(access: ApiAccess): string {
  const head = `# Connect a script

The API server of this VS Code runs at <${access.url}>. A program on this computer that knows the API key may read and change your plots; what it publishes appears in the Plots side bar. Where programs ask through a proxy, set the environment variable \`NO_PROXY=127.0.0.1\`.

- user: \`${access.username}\`
- API key: \`${access.apiKey}\`
`;
  const parts = scriptsFor(access).map(
    ({ title, note, fence, lines }) => `## ${title}\n\n${note}\n\n\`\`\`${fence}\n${lines}\`\`\`\n`,
  );
  return [head, ...parts].join("\n");
}

/** The text of the document while the API server does not run. */
export const stoppedDocument = `# Connect a script

The API server is not running. Run **Plots: Start API Server** to see the lines.
`;
