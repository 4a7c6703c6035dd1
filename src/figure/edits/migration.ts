import type { Json } from "../model/figure.ts";
import { type FigurePath, formatPath } from "../model/path.ts";
import type { Draft } from "./draft/draft.ts";
import type { Content } from "./draft/layOut.ts";
import { innerOf, kindOf, type Part, textOf } from "./draft/part.ts";
import { indentOf } from "./draft/stretch.ts";
import { type OlderForm, type Today, todayOf } from "./older.ts";
import { schemaPathOf } from "./schemaPath.ts";

/** A longer list of texts is not looked through by the way. */
const LONGEST = 20_000;

/** How a migration changes the draft. Each gives a sentence where it cannot be done. */
export interface Changes {
  /** Puts the content in place of a value, within new objects where `steps` leads through such. */
  rewrite(path: FigurePath, content: Content, steps: FigurePath): Generator<void, string | undefined>;
  add(path: FigurePath, content: Content): Generator<void, string | undefined>;
  drop(path: FigurePath): string | undefined;
}

/** A member that is written as older Plotly had it, on the way to a place. */
interface Older {
  readonly container: FigurePath;
  readonly name: string;
  readonly part: Part;
  readonly form: OlderForm;
}

/** Brings up to date what an edit touches of a figure as older Plotly had it, and nothing else. */
export class Migration {
  readonly #draft: Draft;
  readonly #changes: Changes;

  constructor(draft: Draft, changes: Changes) {
    this.#draft = draft;
    this.#changes = changes;
  }

  /** Rewrites what says of old what stands at `path`, above it or below it today. A sentence where it cannot. */
  *onWayTo(path: FigurePath): Generator<void, string | undefined> {
    for (let depth = 0; depth < path.length; depth++) {
      for (const older of this.#olderIn(path.slice(0, depth), path.slice(depth))) {
        if (older.form.isWide === true)
          return `\`${formatPath([...older.container, older.name])}\` is written as older Plotly had it, and more of the figure must change with it. Bring the figure up to date first.`;
        const refusal = yield* this.#rewrite(older);
        if (refusal !== undefined) return refusal;
      }
    }
    return undefined;
  }

  /** Whether what stands at `path` today is written elsewhere, as older Plotly had it. */
  hasOlder(path: FigurePath): boolean {
    return path.some((_step, depth) =>
      this.#olderIn(path.slice(0, depth), path.slice(depth)).some(({ container, name, form }) =>
        form.now.some((today) => {
          const way = path.slice(depth);
          if (!meets(today, way)) return false;
          const rest = way.slice(today.path.length);
          if (rest.length === 0) return true;
          return today.value === undefined && this.#draft.find([...container, name, ...rest]) !== undefined;
        }),
      ),
    );
  }

  /** Members of a container whose place of today is touched by the way that leads on from it. */
  #olderIn(container: FigurePath, way: FigurePath): Older[] {
    const part = this.#draft.find(container);
    const path = schemaPathOf(container, (trace) => this.#typeOf(trace));
    if (part === undefined || path === undefined || kindOf(part) !== "object") return [];
    const found: Older[] = [];
    const sibling = (name: string): Json | undefined => {
      const other = this.#draft.find([...container, name]);
      return other && scalarOf(other);
    };
    for (const name of new Set(innerOf(part).items.map((item) => item.name))) {
      if (name === undefined) continue;
      const value = this.#draft.find([...container, name])!;
      // What the edit sets as a whole needs no rewriting first.
      if (name === way[0] && way.length === 1) continue;
      const form = todayOf(path, name, () => valueOf(value), sibling);
      if (form === undefined) continue;
      const isInside = name === way[0] && form.now.some(({ path: [first] }) => first === name);
      if (isInside || form.now.some((today) => meets(today, way))) found.push({ container, name, part: value, form });
    }
    return found;
  }

  *#rewrite({ container, name, part, form }: Older): Generator<void, string | undefined> {
    const { of, start } = part.stretch;
    const same: Content = { text: textOf(part), indent: indentOf(of, start) };
    const own = [...container, name];
    const inside = form.now.find(({ path: [first] }) => first === name);
    if (inside === undefined) {
      // Members of the same name before it count no more.
      while (this.#draft.find(own) !== undefined) {
        const refusal = this.#changes.drop(own);
        if (refusal !== undefined) return refusal;
      }
    } else {
      const content = inside.value === undefined ? same : { value: inside.value };
      const refusal = yield* this.#changes.rewrite(own, content, inside.path.slice(1));
      if (refusal !== undefined) return refusal;
    }
    for (const { path, value } of form.now) {
      const at = [...container, ...path];
      // What stands there already wins, as it does where the figure is drawn.
      if (this.#draft.find(at) !== undefined) continue;
      const refusal =
        (yield* this.onWayTo(at)) ?? (yield* this.#changes.add(at, value === undefined ? same : { value }));
      if (refusal !== undefined) return refusal;
    }
    return undefined;
  }

  #typeOf(trace: FigurePath): string | undefined {
    const part = this.#draft.find([...trace, "type"]);
    const value = part && scalarOf(part);
    return typeof value === "string" ? value : undefined;
  }
}

function meets({ path }: Today, way: FigurePath): boolean {
  return path.every((step, index) => index >= way.length || step === way[index]);
}

function scalarOf(part: Part): Json | undefined {
  return kindOf(part) === "scalar" ? (JSON.parse(textOf(part)) as Json) : undefined;
}

function valueOf(part: Part): Json | undefined {
  if (kindOf(part) === "object") return {};
  const { start, end } = part.stretch;
  return end - start > LONGEST && part.inner === undefined ? undefined : (JSON.parse(textOf(part)) as Json);
}
