#include "core/domain/identity/phone_number.h"

namespace frontsheet {

bool PhoneNumber::isWhole() const { return (digits.size() == 10 || digits.size() == 11) && digits.front() == '0'; }

PhoneNumber PhoneNumber::of(std::string_view text) {
    PhoneNumber phone;
    bool international = false;
    for (char c : text) {
        if (c == '+' && phone.digits.empty()) {
            international = true;
        } else if (c >= '0' && c <= '9') {
            phone.digits.push_back(c);
        } else if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '/' || c == ';' || c == ',') {
            if (phone.digits.size() >= 6) {
                break; // a note or a second number follows
            }
            phone.digits.clear();
        }
    }
    if (phone.digits.starts_with("0044")) {
        phone.digits.erase(0, 2);
        international = true;
    }
    if (international && phone.digits.starts_with("44")) {
        phone.digits.erase(0, 2);
        if (!phone.digits.starts_with("0")) {
            phone.digits.insert(0, "0");
        }
    }
    return phone;
}

} // namespace frontsheet
