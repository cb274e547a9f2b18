import { useEffect } from "preact/hooks";
import { announce } from "../../live";
import { toast } from "../../parts";
import { meetingWords as say } from "../../words/meeting";

/** Two soft tones. Where the computer has no sound, the words remain. */
export function ring(): void {
  announce(say.bell.rings);
  toast(say.bell.rings);
  if (typeof AudioContext === "undefined") return;
  const sound = new AudioContext();
  [528, 396].forEach((pitch, index) => {
    const tone = sound.createOscillator();
    const loud = sound.createGain();
    const from = sound.currentTime + index * 0.6;
    tone.frequency.value = pitch;
    loud.gain.setValueAtTime(0.0001, from);
    loud.gain.exponentialRampToValueAtTime(0.12, from + 0.05);
    loud.gain.exponentialRampToValueAtTime(0.0001, from + 1.4);
    tone.connect(loud).connect(sound.destination);
    tone.start(from);
    tone.stop(from + 1.5);
    if (index === 1) tone.onended = () => void sound.close();
  });
}

/** The longest that a timer of the browser can wait, in milliseconds. */
const LONGEST = 2_000_000_000;

/** Rings when the time kept for feedback begins, as long as the page is open (R147). A time that has passed stays silent. */
export function useBell(utc: string | null): void {
  useEffect(() => {
    if (utc === null) return;
    const wait = Date.parse(utc) - Date.now();
    if (!(wait > 0 && wait < LONGEST)) return;
    const timer = setTimeout(ring, wait);
    return () => clearTimeout(timer);
  }, [utc]);
}
