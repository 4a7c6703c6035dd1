import * as z from "zod";
import { listOf } from "./faults.ts";
import { fidText, parseFid } from "./fid.ts";

/**
 * A file of any type, as the files resource, folders and search show it: plots, grids, folders and whatever else a
 * server keeps. Only the fid is required. What is not named here passes through, as in every body.
 */
export const fileMetadata = z.looseObject({
  fid: fidText,
  filename: z.string().nullish(),
  /** `plot`, `grid`, `fold` and others. */
  filetype: z.string().nullish(),
  title: z.string().nullish(),
  owner: z.string().nullish(),
  /** The number of the folder among its owner's files; -1 is home. */
  parent: z.int().nullish(),
  views: z.number().nullish(),
  creation_time: z.string().nullish(),
  date_modified: z.string().nullish(),
  world_readable: z.boolean().nullish(),
  web_url: z.string().nullish(),
  /**
   * `results` holds one entry a star: `{username}` on the embedded service. The recorded answers show only that it is
   * there.
   */
  stars: z.looseObject({ results: z.array(z.unknown()).nullish(), count: z.number().nullish() }).nullish(),
  current_user_permission: z.string().nullish(),
  /** The owner alone sees these three. */
  deleted: z.boolean().nullish(),
  share_key_enabled: z.boolean().nullish(),
  share_key: z.string().nullish(),
  /** In answers of search, and of plots. */
  figure: z.looseObject({}).nullish(),
});

/** The number of a user's home: the folder that everything is in. */
export const HOME = -1;

/** Pages of files are numbered from 1 and counted, unlike those of the list of plots. */
const numberedPage = z.looseObject({
  count: z.number().nullish(),
  next: z.string().nullish(),
  results: listOf(fileMetadata),
});

/** What `/folders/{fid}`, `/folders/home` and the like answer: the folder, with what is in it under `children`. */
export const folderBody = z.looseObject({ children: numberedPage });

/** What `/search` answers. */
export const searchBody = numberedPage;

export type FileMetadata = z.infer<typeof fileMetadata>;
export type NumberedPage = z.infer<typeof numberedPage>;

/** Says what people call the file: its title, else its name, else its fid. */
export function fileLabel({ fid, title, filename }: FileMetadata): string {
  return title?.trim() || filename?.trim() || fid;
}

/** Names the owner of a file, whom its fid names too. */
export function ownerOf({ owner, fid }: Pick<FileMetadata, "owner" | "fid">): string {
  return owner ?? parseFid(fid)?.owner ?? "";
}

/** Gives the number by which files name their folder: the second part of the folder's fid. */
export function folderNumber({ fid }: Pick<FileMetadata, "fid">): number {
  return parseFid(fid)?.idlocal ?? Number.NaN;
}

/** Says whether the named user gave the file a star, as far as the server tells. */
export function hasStarOf({ stars }: FileMetadata, username: string): boolean {
  return (stars?.results ?? []).some(
    (star) =>
      star === username ||
      (typeof star === "object" && star !== null && "username" in star && star.username === username),
  );
}
