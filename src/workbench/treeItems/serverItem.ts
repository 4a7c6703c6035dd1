import { MarkdownString, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState } from "vscode";
import { commands } from "../../manifest.ts";
import type { Failure } from "../../plotsApi/errors/result.ts";
import { addressOf, type Server, titleOf } from "../servers/server.ts";

export interface ServerFacts {
  /** Our user name there, as far as it is known. */
  readonly username: string | undefined;
  readonly failure: Failure | undefined;
  readonly preferred: boolean;
}

/**
 * A server in a view, with its plots below. Keep the same object for the same server: by that VS Code knows what to draw
 * anew.
 */
export class ServerItem extends TreeItem {
  readonly server: Server;

  constructor(server: Server, listId: string, expanded: boolean) {
    super(titleOf(server), expanded ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed);
    this.server = server;
    this.id = `${listId}/${server.id}`;
  }

  /** Shows the facts. True where the item looks different now. */
  show({ username, failure, preferred }: ServerFacts): boolean {
    const { server } = this;
    const before = [this.description, this.contextValue].join();
    const address = server.embedded ? "" : addressOf(server);
    const account = server.embedded ? "" : (username ?? "");
    const standing = failure === undefined ? "" : inShort(failure);
    this.description = [standing, account, address === server.label ? "" : address].filter(Boolean).join(" · ");
    this.iconPath =
      failure === undefined
        ? new ThemeIcon(server.embedded ? "device-desktop" : "server")
        : new ThemeIcon("warning", new ThemeColor("list.warningForeground"));
    const kind = server.embedded ? "embedded" : `remote.${account === "" ? "anonymous" : "signedIn"}`;
    this.contextValue = `server.${kind}.${preferred ? "preferred" : "other"}`;
    this.tooltip = tooltipOf(server, { username, failure, preferred });
    this.accessibilityInformation = { label: [titleOf(server), this.description].filter(Boolean).join(", ") };
    return [this.description, this.contextValue].join() !== before;
  }
}

function tooltipOf(server: Server, { username, failure, preferred }: ServerFacts): MarkdownString {
  const facts = server.embedded
    ? ["The plot service inside this extension"]
    : [server.root, username === undefined ? "Not signed in" : `Signed in as ${username}`];
  if (preferred) facts.push("New plots go here");
  if (failure !== undefined) facts.push(failure.sentence);
  const text = new MarkdownString().appendMarkdown("**").appendText(titleOf(server)).appendMarkdown("**\n\n");
  for (const fact of facts) text.appendText(fact).appendMarkdown("  \n");
  return text;
}

/** Makes the row below a server without plots. It says why there are none, and a click does something about it. */
export function noteItem(server: Server, listId: string, failure: Failure | "empty" | "filtered"): TreeItem {
  const { label, command, icon } = note(failure);
  const item = new TreeItem(label, TreeItemCollapsibleState.None);
  item.id = `${listId}/${server.id}/note`;
  item.contextValue = "note";
  item.tooltip = typeof failure === "string" ? label : failure.sentence;
  if (icon !== undefined) item.iconPath = new ThemeIcon(icon);
  if (command !== undefined) item.command = { command, title: label, arguments: [server] };
  item.accessibilityInformation = {
    label: typeof failure === "string" ? label : `${failure.sentence} ${label}`,
    ...(command !== undefined && { role: "button" }),
  };
  return item;
}

interface Note {
  readonly label: string;
  readonly command?: string;
  readonly icon?: string;
}

function note(failure: Failure | "empty" | "filtered"): Note {
  if (failure === "empty") return { label: "No plots here yet" };
  if (failure === "filtered") return { label: "No plot has a quality in the chosen range" };
  switch (failure.code) {
    case "unauthorized":
      return { label: "Sign in…", command: commands.signIn, icon: "sign-in" };
    case "retired":
      return { label: "Plotly's public cloud ended: remove it…", command: commands.removeServer, icon: "trash" };
    case "bad-root":
      return { label: "Not a server's address: remove it…", command: commands.removeServer, icon: "trash" };
    default:
      return { label: "Try again", command: commands.retryServer, icon: "refresh" };
  }
}

function inShort({ code }: Failure): string {
  switch (code) {
    case "offline":
      return "cannot be reached";
    case "timeout":
      return "does not answer";
    case "unauthorized":
      return "asks you to sign in";
    case "retired":
      return "ended on 31 October 2025";
    case "bad-root":
      return "not an address";
    case "throttled":
      return "asks for a pause";
    case "storage":
      return "cannot be opened";
    default:
      return "answers with an error";
  }
}
