//! Writes a brotli and a gzip version beside each file, for hosts that serve them.

use std::fs;
use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use anyhow::{Context, Result, anyhow};
use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;

/// What these hold is compressed already.
const COMPRESSED: [&str; 13] =
    ["avif", "br", "gif", "gz", "jpeg", "jpg", "mp3", "mp4", "pdf", "png", "webp", "woff2", "zip"];

/// Compresses the files below `folder`, on every core.
pub(crate) fn beside(folder: &Path, files: &[PathBuf]) -> Result<()> {
    let next = AtomicUsize::new(0);
    let work = || {
        while let Some(file) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
            if is_compressible(file) {
                both(&folder.join(file))?;
            }
        }
        Ok(())
    };
    let cores = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        let workers: Vec<_> = (0..cores).map(|_| scope.spawn(work)).collect();
        workers.into_iter().try_for_each(|worker| {
            worker.join().map_err(|_| anyhow!("compressing the site failed; run the build again"))?
        })
    })
}

fn both(path: &Path) -> Result<()> {
    let content = fs::read(path).with_context(|| format!("reading {}", path.display()))?;
    for (extension, packed) in [("br", brotli(&content)?), ("gz", gzip(&content)?)] {
        // A version that saves nothing only costs the host's disk.
        if packed.len() < content.len() {
            let to = with_suffix(path, extension);
            fs::write(&to, packed).with_context(|| format!("writing {}", to.display()))?;
        }
    }
    Ok(())
}

/// The name of the compressed version of a file.
pub(crate) fn with_suffix(path: &Path, extension: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(extension);
    name.into()
}

fn is_compressible(path: &Path) -> bool {
    let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
    !COMPRESSED.contains(&extension.to_ascii_lowercase().as_str())
}

fn brotli(content: &[u8]) -> Result<Vec<u8>> {
    let params = BrotliEncoderParams { quality: 11, lgwin: 22, size_hint: content.len(), ..Default::default() };
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut Cursor::new(content), &mut packed, &params).context("compressing with brotli")?;
    Ok(packed)
}

fn gzip(content: &[u8]) -> Result<Vec<u8>> {
    // The encoder writes no time into the header, so the same content gives the same bytes.
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(content).context("compressing with gzip")?;
    encoder.finish().context("compressing with gzip")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_compressed_already_is_left_alone() {
        assert!(is_compressible(Path::new("app/resident_bg.wasm")));
        assert!(is_compressible(Path::new("app/samples/a.bin")));
        assert!(!is_compressible(Path::new("app/photo.JPG")));
        assert!(!is_compressible(Path::new("app/font.woff2")));
    }

    #[test]
    fn both_ways_make_text_smaller_and_always_alike() {
        let text = "one basket, two baskets. ".repeat(40);
        for pack in [brotli, gzip] {
            let packed = pack(text.as_bytes()).unwrap();
            assert!(packed.len() * 5 < text.len());
            assert_eq!(packed, pack(text.as_bytes()).unwrap());
        }
    }

    #[test]
    fn the_suffix_follows_the_whole_name() {
        assert_eq!(with_suffix(Path::new("a/b.js"), "br"), Path::new("a/b.js.br"));
    }
}
