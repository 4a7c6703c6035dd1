/**
 * Every name that package.json and the code share, once. A test holds package.json to this file,
 * so a command that is declared and not built (or the other way round) cannot ship.
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
  openPreview: "plots.openPreview",
  openText: "plots.openText",
  switchPreview: "plots.switchPreview",
  treatAsFigure: "plots.treatAsFigure",
  treatAsJson: "plots.treatAsJson",
  compareDrawings: "plots.compareDrawings",
  openAsText: "plots.openAsText",
  openAsDrawing: "plots.openAsDrawing",
  showProblem: "plots.showProblem",
  explainRule: "plots.explainRule",
  switchRuleOff: "plots.switchRuleOff",
  openPlot: "plots.openPlot",
  savePng: "plots.savePng",
  saveSvg: "plots.saveSvg",
  copyPicture: "plots.copyPicture",
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

export const viewTypes = {
  /** `*.plotly` and `*.plotly.json`, by default. */
  figure: "plots.figure",
  /** Any `*.json`, when asked for by "Reopen Editor With…". */
  figureJson: "plots.figureJson",
  /** Files too large for a text document: read by us, shown read-only. */
  largeFigure: "plots.largeFigure",
} as const;

/** An entry of the setting `plots.servers`. */
export interface ServerSetting {
  readonly url: string;
  readonly name?: string;
}

/** Settings below `plots.`, with their default values as package.json declares them. */
export const settings = {
  servers: [] as readonly ServerSetting[],
  defaultServer: "",
  "server.timeout": 30,
  "preview.theme": "authored" as "authored" | "editor",
  /** Whose defaults figures are drawn with that do not show which Plotly they were written for. */
  "preview.defaults": "newest" as "newest" | "before-4",
  "preview.delay": 250,
  "diagnostics.enabled": true,
  /** How grave each rule's findings are; those that are not named are as the rule has it. */
  "diagnostics.rules": {},
  "inlayHints.columns": true,
  "codeLens.enabled": true,
  "workspace.include": "**/*.{plotly,plotly.json}",
  /** Whether other JSON files are listed that hold a figure. */
  "workspace.byContent": true,
  /** 7568 spells PLOT on a telephone; nobody has registered it. */
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
  /** The same of "My Plots", but for "loading" and "filtered". */
  myState: "plots.myState",
  /** Whether there is a server to sign in to, and whether we are signed in to one. */
  hasServers: "plots.hasServers",
  signedIn: "plots.signedIn",
  /** "starting", "running" or "stopped"; not set before the extension is asked for anything. */
  apiServer: "plots.apiServer",
  /** Whether the workspace was searched and has no figures. */
  noFigures: "plots.noFigures",
  /** Whether the active preview follows the editor's theme. */
  previewTheme: "plots.previewTheme",
  /** What can be done with the active file, by what stands in it: `Abilities`. */
  isReadable: "plots.isReadable",
  hasArrays: "plots.hasArrays",
  hasReferences: "plots.hasReferences",
  isPython: "plots.isPython",
  /** Whether the active file is one that the person treats as a figure, though its name does not say so. */
  isMarked: "plots.isMarked",
  /** Whether the active text is a figure, by its name, its mark or what it holds. */
  isFigure: "plots.isFigure",
} as const;

/** Plots of a server as read-only documents: `plots://<server>/<owner>/<id>/<filename>.plotly.json`. */
export const plotScheme = "plots";

/** Read-only documents that tell what a command did. */
export const reportScheme = "plots-report";

/** The one document of Connect a Script: never on a disk, since it shows the API key. */
export const scriptScheme = "plots-script";

/** Their names as VS Code's settings take them. */
export const figureFileGlobs: readonly string[] = ["*.plotly", "*.plotly.json"];

/** The secret that tells who is signed in where; there is none where nobody ever was. */
export const accountsSecret = "plots.accounts";

/** Where the workspace's state keeps the files that are treated as figures. */
export const markedFigures = "plots.markedFigures";

/** Documents that are figures by their name. */
export const figureFilePattern = /\.plotly(\.json)?$/i;
