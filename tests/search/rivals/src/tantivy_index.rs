//! tantivy, whitespace tokens, one segment, and its fuzzy prefix query for what is typed last.

use std::path::{Path, PathBuf};

use anyhow::Result;
use tantivy::{
    Index, Searcher, TantivyDocument, Term,
    collector::TopDocs,
    query::{BooleanQuery, BoostQuery, FuzzyTermQuery, Occur, Query, TermQuery},
    schema::{FAST, Field, IndexRecordOption, NumericOptions, Schema, TextFieldIndexing, TextOptions},
    tokenizer::{TextAnalyzer, WhitespaceTokenizer},
};

use crate::{Document, Subject, folder_bytes};

pub struct Tantivy {
    searcher: Searcher,
    name: Field,
    other: Field,
    folder: PathBuf,
}

impl Tantivy {
    pub fn new(folder: &Path, documents: Vec<Document>) -> Result<Self> {
        let mut schema = Schema::builder();
        let indexing =
            TextFieldIndexing::default().set_tokenizer("blank").set_index_option(IndexRecordOption::WithFreqs);
        let text = TextOptions::default().set_indexing_options(indexing);
        let (name, other) = (schema.add_text_field("name", text.clone()), schema.add_text_field("other", text));
        let number = schema.add_u64_field("number", NumericOptions::default() | FAST);
        let index = Index::create_in_dir(folder, schema.build())?;
        index.tokenizers().register("blank", TextAnalyzer::from(WhitespaceTokenizer::default()));
        let mut writer = index.writer_with_num_threads::<TantivyDocument>(1, 400_000_000)?;
        for (at, document) in (0_u64..).zip(documents) {
            let mut row = TantivyDocument::default();
            row.add_text(name, document.name);
            row.add_text(other, document.other);
            row.add_u64(number, at);
            writer.add_document(row)?;
        }
        writer.commit()?;
        let segments = index.searchable_segment_ids()?;
        if segments.len() > 1 {
            writer.merge(&segments).wait()?;
        }
        writer.wait_merging_threads()?;
        Ok(Self { searcher: index.reader()?.searcher(), name, other, folder: folder.to_owned() })
    }
}

impl Subject for Tantivy {
    fn find(&mut self, pieces: &str) -> Result<Vec<u64>> {
        let words: Vec<&str> = pieces.split(' ').filter(|word| !word.is_empty()).collect();
        let mut parts: Vec<(Occur, Box<dyn Query>)> = Vec::new();
        for (at, word) in words.iter().enumerate() {
            for (field, weight) in [(self.name, 2.0), (self.other, 1.0)] {
                let term = Term::from_field_text(field, word);
                let is_unfinished = at + 1 == words.len() && word.is_ascii();
                let query: Box<dyn Query> = if is_unfinished {
                    let slips = u8::from(word.len() > 4);
                    Box::new(FuzzyTermQuery::new_prefix(term, slips, true))
                } else {
                    Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs))
                };
                parts.push((Occur::Should, Box::new(BoostQuery::new(query, weight))));
            }
        }
        let found = self.searcher.search(&BooleanQuery::new(parts), &TopDocs::with_limit(30))?;
        let mut rows = Vec::new();
        for (_, address) in found {
            let numbers = self.searcher.segment_reader(address.segment_ord).fast_fields().u64("number")?;
            rows.extend(numbers.first(address.doc_id));
        }
        Ok(rows)
    }

    fn bytes(&self) -> u64 {
        folder_bytes(&self.folder)
    }
}
