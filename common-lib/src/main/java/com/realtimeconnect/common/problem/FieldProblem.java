package com.realtimeconnect.common.problem;

/** What is wrong with one field of a request; nested fields are told with dots. */
public record FieldProblem(String field, String message) {}
