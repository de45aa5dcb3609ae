#include "tests/support/source_folder.h"

namespace frontsheet {

std::filesystem::path sourceFolder() { return FRONTSHEET_SOURCE_DIR; }

} // namespace frontsheet
