import { useEffect, useRef } from "preact/hooks";

interface PictureProps {
  /** A picture file in base64. */
  png: string;
  /** What kind of file it is; a PNG where nothing is said. */
  kind?: string;
  /** What it shows; without words it is decoration. */
  words: string;
  class?: string;
}

/**
 * A picture that is kept in the data file. It is drawn, not loaded from an address: the page may load nothing but its own files.
 * Where it cannot be drawn its words stand in its place.
 */
export function Picture({ png, kind = "image/png", words, class: look }: PictureProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    let gone = false;
    void draw(png, kind).then((bitmap) => {
      const box = canvas.current;
      if (gone || box === null || bitmap === null) return;
      box.width = bitmap.width;
      box.height = bitmap.height;
      box.getContext("2d")?.drawImage(bitmap, 0, 0);
      bitmap.close();
    });
    return () => {
      gone = true;
    };
  }, [png, kind]);
  return <canvas ref={canvas} class={`picture ${look ?? ""}`} role="img" aria-label={words === "" ? undefined : words} aria-hidden={words === "" ? "true" : undefined}>{words}</canvas>;
}

async function draw(png: string, type: string): Promise<ImageBitmap | null> {
  try {
    const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
    return await createImageBitmap(new Blob([bytes], { type }));
  } catch {
    return null;
  }
}
