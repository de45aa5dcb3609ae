// Documents as PDF files in the worker's own documents folder (A4), readable by their owner alone. Off the UI thread.
#pragma once

#include "core/usecases/ports/document_writer.h"

namespace frontsheet {

class PdfWriter final : public DocumentWriter {
public:
    // `folder`: empty is the system's documents folder.
    explicit PdfWriter(std::string folder = {}) : m_folder(std::move(folder)) {}
    Result<std::string> write(const Document& document) override;

private:
    std::string m_folder;
};

} // namespace frontsheet
