const FILES = `FILES are figure files, folders (their *.plotly and *.plotly.json, at any depth), patterns such as "figures/**/*.plotly",
or - for the standard input.`;

export const usage = `Usage: plot-files check FILES…      say what is wrong with figures
       plot-files migrate FILES…    bring figures of older Plotly up to date
       plot-files format FILES…     lay out the text of figures so that changes of it can be read
       plot-files edits apply FILE  make the edits by hand again that are kept beside a figure
       plot-files inline FILES…     replace references to grids by the grids' values
       plot-files code FILE         write a figure as Python, JavaScript or R

  --help     this text, or with a command all about that command
  --version  the version`;

export const commandUsage = {
  check: `Usage: plot-files check FILES… [--format FORMAT] [--severity LEVEL] [--fix] [--server URL]

Says what is wrong with figure files, and where. The nearest .plotfilesrc.json sets the rules.

  --format FORMAT   text (the default), json, sarif (2.1.0) or github (annotations of a workflow)
  --severity LEVEL  the lowest severity that is told and counts: error, warning (the default), information or hint
  --fix             mend what can be mended safely, in the files
  --server URL      check references against this plot server too

${FILES}

Exit code: 0 nothing wrong, 1 problems, 2 the command could not do its work.
The server is asked as PLOTLY_USERNAME with PLOTLY_API_KEY where the environment has both.`,

  migrate: `Usage: plot-files migrate FILES… [--check] [--defaults newest|before-4]

Brings figures of Plotly 1, 2 and 3 (string titles, transforms, mapbox…) up to date. Edits are small and keep the layout of
the file. Transforms are computed where their data is in the file.

  --check     change nothing, and tell which files would be changed
  --defaults  whose defaults are kept where a figure does not show which Plotly it was written for: newest (the default)
              or before-4

${FILES} The result for the standard input goes to the standard output.

Exit code: 0 done or nothing to do, 1 files to migrate (--check) or files that are no figures, 2 a failure.`,

  format: `Usage: plot-files format FILES… [--check] [--width N]

Lays out the text of figure files: objects open, lists on lines of up to the width, tables a row a line. Nothing but white
space changes. Indentation and line ends are those of the file, else two spaces and line feeds.

  --check    change nothing, and tell which files would be changed
  --width N  the most characters of a line, where it holds more than one value: 100 unless given

${FILES} The result for the standard input goes to the standard output.

Exit code: 0 done or nothing to do, 1 files to format (--check) or files that are not JSON, 2 a failure.`,

  edits: `Usage: plot-files edits apply FILE [--edits FILE] [--dry-run] [--partial]

Makes the edits again that a person made of a figure by hand, after a script has written it anew. They are in the file
NAME.edits.json beside NAME.plotly.json. An edit is only made of the part that it was of, and only where the value is what it
was before. Where one of them cannot be made, it is told, and none is.

  --edits FILE  the file of edits, where it is not beside the figure
  --dry-run     change nothing, and tell what would be done
  --partial     make those that can be made, though others cannot

FILE is a figure file, or - for the standard input; the result then goes to the standard output.

Exit code: 0 done or nothing to do, 1 some edits could not be made, 2 a failure.`,

  inline: `Usage: plot-files inline FILES… --server URL

Reads the grids that figures refer to, and replaces the references by the values.

  --server URL  the plot server that has the grids

${FILES} The result for the standard input goes to the standard output.

Exit code: 0 done or nothing to do, 1 some references lead nowhere and were left, 2 a failure.
The server is asked as PLOTLY_USERNAME with PLOTLY_API_KEY where the environment has both.`,

  code: `Usage: plot-files code FILE --language python|javascript|r

Writes the figure as code that a person would write, to the standard output. Run, it gives the same figure.

  --language LANGUAGE  python (for a plotly.py that knows the attributes), javascript (for Plotly.js), r (for R's plotly)

FILE is a figure file, or - for the standard input. References to grids stay references.

Exit code: 0 done, 2 the command could not do its work.`,
} as const;

export type CommandName = keyof typeof commandUsage;
