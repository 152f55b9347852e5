// Reading a QR code: out of a picture, or out of a camera's frames. The reader is fetched when it is first needed.

/** Sides longer than this are scaled down: a code that fills the picture is still fine enough. */
const MOST_PIXELS = 1600;

type Source = HTMLVideoElement | ImageBitmap;

/** The text of the code in a picture, or null where there is none. */
export async function readCode(source: Source, timeLimit: number): Promise<string | null> {
  const { default: decodeQR } = await import("qr/decode.js");
  const [width, height] = "videoWidth" in source ? [source.videoWidth, source.videoHeight] : [source.width, source.height];
  if (width === 0 || height === 0) return null;
  const scale = Math.min(1, MOST_PIXELS / Math.max(width, height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (context === null) return null;
  context.drawImage(source, 0, 0, canvas.width, canvas.height);
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  try {
    return decodeQR({ width: canvas.width, height: canvas.height, data }, { timeLimit });
  } catch {
    return null;
  }
}

/** The text of the code in a picture file, or null where there is none or the file is no picture. */
export async function readPicture(file: Blob): Promise<string | null> {
  try {
    const bitmap = await createImageBitmap(file);
    const text = await readCode(bitmap, 3000);
    bitmap.close();
    return text;
  } catch {
    return null;
  }
}

/** Whether this window may ask for a camera at all. */
export function mayHaveCamera(): boolean {
  return typeof navigator.mediaDevices?.getUserMedia === "function";
}
