package com.realtimeconnect.test.badhouse;

import org.springframework.data.repository.Repository;

/** A repository that everybody can ask. */
public interface DishRepository extends Repository<Dish, String> {}
