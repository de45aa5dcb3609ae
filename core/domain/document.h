// A document for people, before it has a form: headings, paragraphs, tables. Values alone.
#pragma once

#include "core/base/result.h"

#include <string>
#include <vector>

namespace frontsheet {

struct DocumentPart {
    enum class Kind { Title, Heading, Paragraph, Notice, Table, PageBreak };
    Kind kind = Kind::Paragraph;
    std::string text;
    std::vector<std::string> columns;           // of a table
    std::vector<std::vector<std::string>> rows; // each as long as `columns`
};

struct Document {
    std::string title;    // of the file's properties; says nothing of a person
    std::string fileName; // without folder; says nothing of a person
    std::string running;  // at the head of every page
    std::vector<DocumentPart> parts;
};

} // namespace frontsheet
