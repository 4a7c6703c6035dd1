/** A window for tests of texts: nothing comes up beside a text unless it is asked for, or pointed at. */
export const textSettings = {
  "editor.minimap.enabled": false,
  "editor.hover.delay": 200,
  "[json]": { "editor.quickSuggestions": false, "editor.suggestOnTriggerCharacters": false },
  "[plotly]": { "editor.quickSuggestions": false, "editor.suggestOnTriggerCharacters": false },
};
