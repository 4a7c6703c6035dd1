/** Returns the bytes without the rest of their buffer, which would be copied to the webview too. */
export function toArrayBuffer({ buffer, byteOffset, byteLength }: ArrayBufferView): ArrayBuffer {
  const whole = byteOffset === 0 && byteLength === buffer.byteLength;
  return (whole ? buffer : buffer.slice(byteOffset, byteOffset + byteLength)) as ArrayBuffer;
}
