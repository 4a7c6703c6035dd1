import type { Links } from "./links.ts";
import type { User } from "../store/accounts/users.ts";
import { formatSeconds } from "../model/time.ts";

/**
 * JSON text of a user, with the recorded members in the recorded order; what only the user themself saw is null, as recorded.
 *
 * Anonymous readers get the same members with an empty name: the public service answered 200 with "an anonymous
 * object" whose members are not known, so they are our choice.
 */
export function userText(user: User | undefined, links: Links): string {
  const name = user?.username ?? "";
  const [profile, avatar, joined] =
    user === undefined
      ? ["", "", "null"]
      : [links.profile(name), `${links.profile(name)}/avatar.svg`, `"${formatSeconds(user.joined)}"`];
  return (
    `{"profile_url":"${profile}","avatar_url":"${avatar}","background_url":"","bio":"","nickname":"","website":"",` +
    `"stream_tokens":null,"feature_set_id":null,"csrf_token":null,"date_joined":${joined},` +
    `"mapbox_access_tokens":null,"has_password":null,"username":${JSON.stringify(name)},"email":null,` +
    `"is_active":null,"readonly":null,"is_dash_creator":null,"dash_created_count":null,"is_chart_creator":null,` +
    `"charts_created_count":null}`
  );
}
