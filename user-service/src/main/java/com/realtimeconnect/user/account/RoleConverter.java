package com.realtimeconnect.user.account;

import com.realtimeconnect.common.identity.Role;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Stores a role by its wire name. */
@Converter
class RoleConverter implements AttributeConverter<Role, String> {

    @Override
    public String convertToDatabaseColumn(Role role) {
        return role.wireName();
    }

    @Override
    public Role convertToEntityAttribute(String wireName) {
        return Role.of(wireName);
    }
}
