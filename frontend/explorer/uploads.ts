import { modelOf } from "../core/model";
import { text } from "../core/text";
import type { ExplorerModel } from "./traits";

/** ipywidgets' FileUpload, as far as it is needed. */
interface Upload {
  get(trait: "value"): readonly { readonly content: DataView }[];
  set(trait: "value", files: readonly []): void;
  on(event: string, listener: () => void): void;
  off(event: string, listener: () => void): void;
}

const MEGABYTE = 2 ** 20;

/**
 * Weighs files before they are sent: Jupyter drops messages above about 10 MB without a word.
 *
 * @param refuse takes the sentence that refuses a file
 * @returns what ends it
 */
export async function weighUploads(model: ExplorerModel, refuse: (why: string) => void): Promise<() => void> {
  const upload = await modelOf<Upload>(model, model.get("upload"));
  const limit = model.get("upload_limit");
  const weigh = (): void => {
    const size = upload?.get("value")[0]?.content.byteLength ?? 0;
    if (size <= limit) return;
    upload?.set("value", []);
    refuse(text("file-too-large", { size: (size / MEGABYTE).toFixed(1), limit: String(limit / MEGABYTE) }));
  };
  upload?.on("change:value", weigh);
  return () => upload?.off("change:value", weigh);
}
