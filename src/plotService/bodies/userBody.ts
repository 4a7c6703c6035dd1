import { formatSeconds } from "../model/time.ts";
import type { User } from "../store/accounts/users.ts";
import type { Links } from "./links.ts";

/**
 * A user as the API shows one, with the recorded members in the recorded order. What only the user themself saw is
 * null, as recorded.
 *
 * An anonymous reader is a user with an empty name. The public service answered 200 with "an anonymous object", whose
 * members are not known: our choice.
 */
export function userBody(user: User | undefined, links: Links): object {
  const username = user?.username ?? "";
  const profile = user === undefined ? "" : links.profile(username);
  return {
    profile_url: profile,
    avatar_url: user === undefined ? "" : `${profile}/avatar.svg`,
    background_url: "",
    bio: "",
    nickname: "",
    website: "",
    stream_tokens: null,
    feature_set_id: null,
    csrf_token: null,
    date_joined: user === undefined ? null : formatSeconds(user.joined),
    mapbox_access_tokens: null,
    has_password: null,
    username,
    email: null,
    is_active: null,
    readonly: null,
    is_dash_creator: null,
    dash_created_count: null,
    is_chart_creator: null,
    charts_created_count: null,
  };
}
