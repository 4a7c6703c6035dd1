const FILES = `FILES are figure files, folders (their *.plotly and *.plotly.json, at any depth), patterns such as "figures/**/*.plotly",
or - for the standard input.`;

export const usage = `Usage: plot-files check FILES…    say what is wrong with figures
       plot-files migrate FILES…  write what older Plotly wrote as today's reads it
       plot-files inline FILES…   put the values of grids in the place of references to them

  --help     this, or with a command all about it
  --version  the version`;

export const commandUsage = {
  check: `Usage: plot-files check FILES… [--format FORMAT] [--severity LEVEL] [--fix] [--server URL]

Says what is wrong with figure files, and where. Rules are set by the nearest .plotfilesrc.json.

  --format FORMAT   text, json, sarif (2.1.0) or github (annotations of a workflow); text without it
  --severity LEVEL  the least grave that is told and counts: error, warning, information or hint; warning without it
  --fix             mend what can be mended safely, in the files
  --server URL      check references against this plot server, too

${FILES}

Exit code: 0 nothing wrong, 1 problems, 2 the command could not do its work.
A server is asked as PLOTLY_USERNAME with PLOTLY_API_KEY where the environment has both.`,

  migrate: `Usage: plot-files migrate FILES… [--check] [--defaults newest|before-4]

Rewrites what Plotly 1, 2 and 3 wrote (string titles, transforms, mapbox…) as today's Plotly reads it. Edits are small and
keep the layout of the file; transforms are computed where their data is in the file.

  --check     change nothing; tell which files would be
  --defaults  whose defaults hold where a figure does not show what it was written for; today's unless this says before-4

${FILES} What comes in by - goes to the standard output.

Exit code: 0 done or nothing to do, 1 files to migrate (--check) or files that are no figures, 2 a failure.`,

  inline: `Usage: plot-files inline FILES… --server URL

Reads the grids that figures refer to, and writes their values in the references' place.

  --server URL  the plot server that has the grids

${FILES} What comes in by - goes to the standard output.

Exit code: 0 done or nothing to do, 1 references that stand for nothing were left, 2 a failure.
The server is asked as PLOTLY_USERNAME with PLOTLY_API_KEY where the environment has both.`,
} as const;

export type CommandName = keyof typeof commandUsage;
