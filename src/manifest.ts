/**
 * Every name that package.json and the code share, once. A test compares package.json with this file, so that no command
 * can ship that is declared and not built, or the other way round.
 */

export const commands = {
  createPlot: "plots.createPlot",
  publishFigure: "plots.publishFigure",
  newFigure: "plots.newFigure",
  importExport: "plots.importExport",
  moveArrays: "plots.moveArrays",
  inlineReferences: "plots.inlineReferences",
  migrateFigure: "plots.migrateFigure",
  convertPython: "plots.convertPython",
  formatFigure: "plots.formatFigure",
  openPreview: "plots.openPreview",
  openText: "plots.openText",
  editFigure: "plots.editFigure",
  stopEditing: "plots.stopEditing",
  keepView: "plots.keepView",
  editCopy: "plots.editCopy",
  showHandEdits: "plots.showHandEdits",
  applyHandEdits: "plots.applyHandEdits",
  saveHandEdits: "plots.saveHandEdits",
  forgetHandEdits: "plots.forgetHandEdits",
  copyHandEdits: "plots.copyHandEdits",
  addTrace: "plots.addTrace",
  addPicture: "plots.addPicture",
  switchPreview: "plots.switchPreview",
  treatAsFigure: "plots.treatAsFigure",
  treatAsJson: "plots.treatAsJson",
  compareDrawings: "plots.compareDrawings",
  openAsText: "plots.openAsText",
  openAsDrawing: "plots.openAsDrawing",
  showProblem: "plots.showProblem",
  showPart: "plots.showPart",
  saveText: "plots.saveText",
  explainRule: "plots.explainRule",
  switchRuleOff: "plots.switchRuleOff",
  openPlot: "plots.openPlot",
  savePng: "plots.savePng",
  saveSvg: "plots.saveSvg",
  copyPicture: "plots.copyPicture",
  copyPython: "plots.copyPython",
  copyJavascript: "plots.copyJavascript",
  copyR: "plots.copyR",
  themeEditor: "plots.themeEditor",
  themeAuthored: "plots.themeAuthored",
  sortPublic: "plots.sortPublic",
  filterPublic: "plots.filterPublic",
  refreshPublic: "plots.refreshPublic",
  refreshFeed: "plots.refreshFeed",
  refreshWorkspace: "plots.refreshWorkspace",
  compareFigure: "plots.compareFigure",
  revealFigure: "plots.revealFigure",
  copyFigurePath: "plots.copyFigurePath",
  copyFigureRelativePath: "plots.copyFigureRelativePath",
  loadMorePublic: "plots.loadMorePublic",
  loadMoreFeed: "plots.loadMoreFeed",
  searchPlots: "plots.searchPlots",
  copyPlotId: "plots.copyPlotId",
  refreshMyPlots: "plots.refreshMyPlots",
  loadMoreFiles: "plots.loadMoreFiles",
  newFolder: "plots.newFolder",
  renameFile: "plots.renameFile",
  moveFile: "plots.moveFile",
  shareFile: "plots.shareFile",
  starFile: "plots.starFile",
  unstarFile: "plots.unstarFile",
  trashFile: "plots.trashFile",
  restoreFile: "plots.restoreFile",
  deleteFile: "plots.deleteFile",
  addServer: "plots.addServer",
  renameServer: "plots.renameServer",
  testServer: "plots.testServer",
  removeServer: "plots.removeServer",
  setDefaultServer: "plots.setDefaultServer",
  retryServer: "plots.retryServer",
  importAccount: "plots.importAccount",
  signIn: "plots.signIn",
  signOut: "plots.signOut",
  startApiServer: "plots.startApiServer",
  stopApiServer: "plots.stopApiServer",
  apiServerMenu: "plots.apiServerMenu",
  connectScript: "plots.connectScript",
  copyScript: "plots.copyScript",
  showLog: "plots.showLog",
} as const;

export type CommandId = (typeof commands)[keyof typeof commands];

export const views = {
  workspaceFigures: "plots.workspace",
  publicPlots: "plots.public",
  feed: "plots.feed",
  myPlots: "plots.mine",
} as const;

/** The accounts on servers, in VS Code's Accounts menu. */
export const authenticationProvider = { id: "plotFiles", label: "Plot Files" } as const;

export const viewContainer = "plots";

export const submenus = {
  /** A figure as code. */
  copyFigureAs: "plots.copyFigureAs",
} as const;

export const viewTypes = {
  /** The default editor of `*.plotly` and `*.plotly.json`. It draws the bytes of the file. */
  figure: "plots.figure",
  /** The same for any `*.json`, when the person asks for it by "Reopen Editor With…". */
  figureJson: "plots.figureJson",
  /** The editor over the text document: of a figure that is being edited, of a new one, and of a plot of a server. */
  figureText: "plots.figureText",
} as const;

/** An entry of the setting `plots.servers`. */
export interface ServerSetting {
  readonly url: string;
  readonly name?: string;
}

/** The settings below `plots.`, with the default values that package.json declares. */
export const settings = {
  servers: [] as readonly ServerSetting[],
  defaultServer: "",
  "server.timeout": 30,
  "preview.theme": "authored" as "authored" | "editor",
  /** Which Plotly's defaults are used for figures that do not show which Plotly they were written for. */
  "preview.defaults": "newest" as "newest" | "before-4",
  "preview.delay": 250,
  "diagnostics.enabled": true,
  /** How grave each rule's findings are. A rule that is not named keeps its own severity. */
  "diagnostics.rules": {},
  /** The most characters of a formatted line. */
  "format.width": 100,
  "inlayHints.columns": true,
  /** Whether hand edits are made again, without asking, of a figure that another program has written anew. */
  "handEdits.applyAgain": false,
  "codeLens.enabled": true,
  "workspace.include": "**/*.{plotly,plotly.json}",
  /** Whether other JSON files that hold a figure are listed too. */
  "workspace.byContent": true,
  /** The port 7568 spells PLOT on a telephone, and nobody has registered it. */
  "apiServer.port": 7568,
  "apiServer.allowedOrigins": [] as readonly string[],
  "apiServer.autoStart": false,
};

export type SettingName = keyof typeof settings;

export const contextKeys = {
  /** "loading", "ready", "empty", "filtered", "no-server" or "error-<code of the ApiError>". */
  publicState: "plots.publicState",
  feedState: "plots.feedState",
  /** Whether VS Code runs extensions on Node, where there are files and processes. */
  onNode: "plots.onNode",
  /** The same for "My Plots", except "loading" and "filtered". */
  myState: "plots.myState",
  /** Whether there is a server to sign in to, and whether we are signed in to one. */
  hasServers: "plots.hasServers",
  signedIn: "plots.signedIn",
  /** "starting", "running" or "stopped". It is not set before the extension wakes. */
  apiServer: "plots.apiServer",
  /** Whether the workspace was searched and has no figures. */
  noFigures: "plots.noFigures",
  /** Whether the active preview is edited on its drawing. */
  isEditing: "plots.isEditing",
  /** Whether the active preview follows the editor's theme. */
  previewTheme: "plots.previewTheme",
  /** What can be done with the active file, by its content: see `Abilities`. */
  isReadable: "plots.isReadable",
  hasArrays: "plots.hasArrays",
  hasReferences: "plots.hasReferences",
  isPython: "plots.isPython",
  /** Whether the person treats the active file as a figure, though its name does not say so. */
  isMarked: "plots.isMarked",
  /** Whether the active text is a figure, by its name, its mark or what it holds. */
  isFigure: "plots.isFigure",
} as const;

/** The scheme of plots of a server as read-only documents: `plots://<server>/<owner>/<id>/<filename>.plotly.json`. */
export const plotScheme = "plots";

/** The scheme of read-only documents that tell what a command did. */
export const reportScheme = "plots-report";

/** The scheme of the one document of Connect a Script, which is never on a disk, since it shows the API key. */
export const scriptScheme = "plots-script";

/** The scheme of read-only documents that show a part of a file, which is too large for a document. */
export const partScheme = "plots-part";

/** The addresses of figures that lie in no file system, as `package.json` has them: these open with their text. */
export const unfiledFigureGlob = "{plots,untitled}:/**/*.{plotly,plotly.json}";

/** The names of figures, as VS Code's settings take them. */
export const figureFileGlobs: readonly string[] = ["*.plotly", "*.plotly.json", unfiledFigureGlob];

/** The secret that tells who is signed in where. It does not exist where nobody ever signed in. */
export const accountsSecret = "plots.accounts";

/** The key in the workspace's state of the files that are treated as figures. */
export const markedFigures = "plots.markedFigures";

/** The language of documents with such names. It is JSON, and has a formatter of its own. */
export const figureLanguage = "plotly";

/** The names of documents that are figures. */
export const figureFilePattern = /\.plotly(\.json)?$/i;
