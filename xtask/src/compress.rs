//! Writes a brotli and a gzip version beside each file, for hosts that serve them. A file that is compressed already
//! gets both as well, a few bytes longer: whoever deploys need not ask which files have them.

use std::fs;
use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use anyhow::{Context, Result, anyhow};
use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;

/// Compresses the files below `folder`, on every core.
pub(crate) fn beside(folder: &Path, files: &[PathBuf]) -> Result<()> {
    let next = AtomicUsize::new(0);
    let work = || {
        while let Some(file) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
            both(&folder.join(file))?;
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
        let to = with_suffix(path, extension);
        fs::write(&to, packed).with_context(|| format!("writing {}", to.display()))?;
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
    use flate2::read::GzDecoder;

    use super::*;

    #[test]
    fn each_file_gets_both_even_where_nothing_is_saved() {
        let folder = std::env::temp_dir().join(format!("basketry-compress-{}", std::process::id()));
        let files = ["font.woff2", "app/mark.svg"].map(PathBuf::from);
        fs::create_dir_all(folder.join("app")).unwrap();
        for file in &files {
            fs::write(folder.join(file), "short").unwrap();
        }
        beside(&folder, &files).unwrap();
        for file in &files {
            let packed = fs::read(folder.join(with_suffix(file, "gz"))).unwrap();
            assert_eq!(std::io::read_to_string(GzDecoder::new(&packed[..])).unwrap(), "short");
            let mut plain = Vec::new();
            let packed = fs::read(folder.join(with_suffix(file, "br"))).unwrap();
            brotli::BrotliDecompress(&mut &packed[..], &mut plain).unwrap();
            assert_eq!(plain, b"short");
        }
        fs::remove_dir_all(folder).unwrap();
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
